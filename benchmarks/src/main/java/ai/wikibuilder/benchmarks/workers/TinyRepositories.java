package ai.wikibuilder.benchmarks.workers;

import ai.wikibuilder.benchmarks.MeasuredProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes small repositories for a git host: a program of a few files each. Stateless. */
final class TinyRepositories {
  /** Different ones; the others are copies under other names. */
  private static final int KIND_COUNT = 10;

  private static final int FILE_COUNT = 5;

  private TinyRepositories() {}

  /** Names of as many bare repositories below a folder, which is made. */
  static List<String> in(Path served, int count) throws IOException {
    Files.createDirectories(served);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = "tiny-%d.git".formatted(i);
      if (i < KIND_COUNT) {
        make(served, name, i);
      } else {
        copy(served.resolve("tiny-%d.git".formatted(i % KIND_COUNT)), served.resolve(name));
      }
      names.add(name);
    }
    return names;
  }

  private static void make(Path served, String name, int kind) throws IOException {
    Path tree = served.resolve("tree-" + kind);
    Files.createDirectories(tree.resolve("lamp"));
    Files.writeString(
        tree.resolve("README.md"),
        "# Lamp %d\n\nLamp %d switches the lights of a house on and off.\n".formatted(kind, kind));
    for (int i = 0; i < FILE_COUNT; i++) {
      Files.writeString(tree.resolve("lamp/room%d.py".formatted(i)), room(kind, i));
    }
    git(tree, "init", "-q", "-b", "main");
    git(tree, "add", "-A");
    git(tree, "-c", "user.name=T", "-c", "user.email=t@example.org", "commit", "-q", "-m", "first");
    git(served, "clone", "-q", "--bare", tree.toString(), name);
  }

  private static String room(int kind, int number) {
    return """
    \"""The lights of room %2$d in house %1$d.\"""


    class Room%2$d:
        \"""Knows which of its lights are on.\"""

        def switch(self, light):
            \"""Switches one light over.\"""
            return toggled(light)


    def toggled(light):
        \"""The other state of a light.\"""
        return not light
    """
        .formatted(kind, number);
  }

  private static void git(Path folder, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(arguments));
    MeasuredProcess.run(command, Map.of());
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Files.copy(path, to.resolve(from.relativize(path).toString()));
      }
    }
  }
}
