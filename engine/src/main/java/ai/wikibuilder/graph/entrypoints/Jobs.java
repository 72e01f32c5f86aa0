package ai.wikibuilder.graph.entrypoints;

import ai.wikibuilder.graph.tokens.Tokens;
import ai.wikibuilder.graph.tokens.YamlLines;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what a clock starts. */
final class Jobs {
  /** Larger files are not a job that somebody wrote. */
  private static final int YAML_BYTES_MAX = 100_000;

  private final Scene scene;
  private final Tokens tokens;

  private Jobs(Scene scene) {
    this.scene = scene;
    this.tokens = scene.tokens;
  }

  static void find(Scene scene, List<Mark.Group> groups) {
    Jobs jobs = new Jobs(scene);
    groups.forEach(jobs::marked);
    switch (scene.language()) {
      case "yaml" -> jobs.yaml();
      case "python" -> jobs.celery();
      case "javascript", "typescript" -> jobs.script();
      case "php" -> jobs.laravel();
      case "go" -> jobs.go();
      default -> {
        // other languages say it by marks
      }
    }
  }

  private void job(String name, String handler, int line) {
    scene.add(EntryPoint.Kind.SCHEDULED, name, handler, line);
  }

  private void marked(Mark.Group group) {
    for (Mark mark : group.marks()) {
      boolean spring = mark.name().equals("Scheduled") || mark.name().equals("Schedules");
      boolean nest = mark.name().equals("Cron") && mark.open() >= 0;
      if ((spring || nest) && !group.type()) {
        job(group.handler(), group.handler(), mark.line());
      }
    }
  }

  /** Workflows of GitHub and cron jobs of Kubernetes. */
  private void yaml() {
    boolean workflow = scene.file.path().contains(".github/workflows/");
    boolean small = scene.file.text().byteCount() <= YAML_BYTES_MAX;
    if (small && scene.file.path().endsWith("config/recurring.yml")) {
      recurring();
      return;
    }
    if (!workflow && (!small || !scene.file.text().toString().contains("CronJob"))) {
      return;
    }
    boolean cronJob = false;
    for (YamlLines.Entry entry : YamlLines.read(scene.file.text())) {
      if (workflow && entry.key().equals("on.schedule.cron")) {
        job(scene.fileName() + " (" + entry.value() + ")", "", entry.line());
      } else if (entry.key().equals("kind")) {
        cronJob = entry.value().equals("CronJob");
      } else if (cronJob && entry.key().equals("spec.schedule")) {
        // a template says when only once it is filled in
        boolean filled = entry.value().contains("{{");
        job(scene.fileName() + (filled ? "" : " (" + entry.value() + ")"), "", entry.line());
      }
    }
  }

  /** Tasks of Rails that come again: {@code production: sweep: class: SweepJob, schedule: …}. */
  private void recurring() {
    Map<String, YamlLines.Entry> runs = new HashMap<>();
    for (YamlLines.Entry entry : YamlLines.read(scene.file.text())) {
      String[] parts = entry.key().split("\\.", -1);
      // other environments repeat those of production
      if (parts.length != 3 || !parts[0].equals("production")) {
        continue;
      }
      if (parts[2].equals("class")) {
        runs.put(parts[1], entry);
      } else if (parts[2].equals("schedule")) {
        YamlLines.Entry run = runs.get(parts[1]);
        String handler = run == null ? "" : run.value();
        job(parts[1] + " (" + entry.value() + ")", handler, entry.line());
      }
    }
  }

  /** {@code beat_schedule = {"name": {"task": "a.b", "schedule": ...}}}. */
  private void celery() {
    for (int i = 0; i < tokens.count(); i++) {
      boolean named = tokens.is(i, "beat_schedule") || tokens.is(i, "CELERY_BEAT_SCHEDULE");
      if (!named || !tokens.is(i + 1, '=') || !tokens.is(i + 2, '{')) {
        continue;
      }
      int at = i + 3;
      while (at < tokens.close(i + 2)) {
        if (tokens.isString(at) && tokens.is(at + 1, ':') && tokens.is(at + 2, '{')) {
          int task = tokens.argument(at + 2, "task");
          job(tokens.text(at), tokens.text(task), tokens.line(at));
          at = tokens.close(at + 2);
        }
        at++;
      }
    }
  }

  private void script() {
    if (!scene.mentions(Set.of("node-cron", "cron", "node-schedule", "croner"))) {
      return;
    }
    for (int i = 0; i < tokens.count(); i++) {
      boolean schedule =
          tokens.sequence(i, "cron", ".", "schedule", "(")
              || tokens.sequence(i, "schedule", ".", "scheduleJob", "(");
      int string = schedule ? i + 4 : i + 3;
      boolean made =
          tokens.sequence(i, "new", "CronJob", "(") || tokens.sequence(i, "new", "Cron", "(");
      if ((schedule || made) && tokens.isString(string)) {
        job(tokens.text(string), "", tokens.line(i));
      }
    }
  }

  /** {@code $schedule->command('x')->daily()}, {@code Schedule::command('x')}. */
  private void laravel() {
    for (int i = 0; i < tokens.count(); i++) {
      boolean variable = tokens.sequence(i, "$schedule", "-", ">");
      boolean facade = tokens.sequence(i, "Schedule", ":", ":");
      boolean kind = tokens.is(i + 3, "command") || tokens.is(i + 3, "job");
      if ((variable || facade) && kind && tokens.is(i + 4, '(')) {
        String name = tokens.isString(i + 5) ? tokens.text(i + 5) : type(i + 5);
        job(name, "", tokens.line(i));
      }
    }
  }

  private String type(int at) {
    int name = tokens.is(at, "new") ? at + 1 : at;
    String word = tokens.isWord(name) ? tokens.text(name) : "";
    return word.startsWith("$") ? "" : word;
  }

  private void go() {
    if (!scene.imports("robfig/cron")) {
      return;
    }
    for (int i = 1; i < tokens.count(); i++) {
      boolean call = tokens.is(i, "AddFunc") || tokens.is(i, "AddJob");
      if (call && tokens.is(i + 1, '(') && tokens.isString(i + 2)) {
        job(tokens.text(i + 2), tokens.dotted(i + 4), tokens.line(i));
      }
    }
  }
}
