package ai.wikibuilder.server.web.operator;

import ai.wikibuilder.server.api.InvalidInput;
import ai.wikibuilder.server.operator.Decisions;
import ai.wikibuilder.server.operator.Operator;
import ai.wikibuilder.server.quota.Plan;
import ai.wikibuilder.server.quota.Plans;
import ai.wikibuilder.server.tenants.TenantException;
import ai.wikibuilder.server.web.Done;
import ai.wikibuilder.server.web.Field;
import ai.wikibuilder.server.web.Form;
import ai.wikibuilder.server.web.Frame;
import ai.wikibuilder.server.web.Pages;
import ai.wikibuilder.server.web.Refusal;
import ai.wikibuilder.server.web.Section;
import ai.wikibuilder.server.web.words.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What plans allow, as data. */
@Controller
final class OperatorPlanPages {
  private static final String HERE = "/operator/plans";

  /** The plan's name where a form is that of a new one. */
  private static final String NEW = "";

  private static final int MICRO_DIGITS = 6;
  private static final long BYTES_OF_A_MEGABYTE = 1L << 20;

  /** Digits of the largest number that is taken: it fits a long with all its units. */
  private static final int DIGITS_MAX = 12;

  private final Pages pages;
  private final Plans plans;
  private final Decisions decisions;

  OperatorPlanPages(Pages pages, Plans plans, Decisions decisions) {
    this.pages = pages;
    this.plans = plans;
    this.decisions = decisions;
  }

  @GetMapping(HERE)
  ResponseEntity<String> show(Frame frame) {
    Operator.of(frame.caller());
    return show(HttpStatus.OK, frame, (plan, field) -> field);
  }

  private ResponseEntity<String> show(
      HttpStatus status, Frame frame, BiFunction<String, Field, Field> typed) {
    List<Plan> all = plans.all();
    List<PlansView.Editable> editable =
        all.stream()
            .map(plan -> editable(plan.name(), fields(frame.words(), plan), typed))
            .toList();
    List<Field> fresh = new ArrayList<>(List.of(Field.text("name", frame.say("name"), "")));
    fresh.addAll(fields(frame.words(), all.getFirst())); // the smallest is there from the beginning
    return pages.show(
        status,
        "operator/plans.jte",
        frame.titled(frame.say("operator.plans"), Section.OPERATOR),
        new PlansView(editable, editable(NEW, fresh, typed).fields()));
  }

  private static PlansView.Editable editable(
      String name, List<Field> fields, BiFunction<String, Field, Field> typed) {
    return new PlansView.Editable(
        name, fields.stream().map(field -> typed.apply(name, field)).toList());
  }

  private static List<Field> fields(Words words, Plan plan) {
    return List.of(
        number("builds", words.say("plans.builds"), plan.buildsPerDay()),
        number("atOnce", words.say("plans.at-once"), plan.buildsAtOnce()),
        number("repositories", words.say("repositories"), plan.repositories()),
        number(
            "megabytes",
            words.say("plans.megabytes"),
            plan.repositoryBytes() / BYTES_OF_A_MEGABYTE),
        number("tokens", words.say("plans.tokens"), plan.tokensPerMonth()),
        Field.text("dollars", words.say("plans.dollars"), dollars(plan.microDollarsPerMonth())));
  }

  private static Field number(String name, String label, long value) {
    return Field.number(name, label, Long.toString(value));
  }

  private static String dollars(long microDollars) {
    BigDecimal exact = BigDecimal.valueOf(microDollars, MICRO_DIGITS).stripTrailingZeros();
    return exact.setScale(Math.max(2, exact.scale())).toPlainString();
  }

  @PostMapping(HERE)
  ResponseEntity<String> add(Frame frame, Form form) {
    Operator operator = Operator.of(frame.caller());
    return Pages.attempt(
        () -> {
          decisions.add(operator, plan(name(form), form, Optional.empty()));
          return Pages.go(HERE, Done.PLAN_MADE);
        },
        refusal -> again(refusal, frame, form, NEW));
  }

  private static String name(Form form) {
    String typed = form.value("name").strip();
    if (!Plan.isName(typed)) {
      throw new InvalidInput("name: expected %s, got %s".formatted(Plan.NAME_FORM, typed));
    }
    return typed;
  }

  /** The page with what was typed into the form of one plan. */
  private ResponseEntity<String> again(Refusal refusal, Frame frame, Form form, String name) {
    return show(
        refusal.status(),
        frame.with(refusal),
        (plan, field) -> plan.equals(name) ? field.typed(form.value(field.name())) : field);
  }

  @PostMapping(HERE + "/{name}")
  ResponseEntity<String> edit(Frame frame, Form form, @PathVariable String name) {
    Operator operator = Operator.of(frame.caller());
    Plan before = plans.find(name).orElseThrow(TenantException::notFound);
    return Pages.attempt(
        () -> {
          decisions.edit(operator, plan(name, form, Optional.of(before)));
          return Pages.go(HERE, Done.PLAN_CHANGED);
        },
        refusal -> again(refusal, frame, form, name));
  }

  /** What was typed; a size that shows the same as before is the same to the byte. */
  private static Plan plan(String name, Form form, Optional<Plan> before) {
    long megabytes = number(form, "megabytes", 0);
    long bytes =
        before
            .map(Plan::repositoryBytes)
            .filter(known -> known / BYTES_OF_A_MEGABYTE == megabytes)
            .orElse(megabytes * BYTES_OF_A_MEGABYTE);
    return new Plan(
        name,
        count(form, "builds", 0),
        count(form, "repositories", 0),
        number(form, "tokens", 0),
        microDollars(form.value("dollars")),
        count(form, "atOnce", 1),
        bytes);
  }

  private static int count(Form form, String field, int least) {
    long number = number(form, field, least);
    if (number > Integer.MAX_VALUE) {
      throw new InvalidInput(
          "%s: expected at most %d, got %d".formatted(field, Integer.MAX_VALUE, number));
    }
    return (int) number;
  }

  private static long number(Form form, String field, int least) {
    String typed = form.value(field).strip();
    if (!typed.matches("\\d{1," + DIGITS_MAX + "}") || Long.parseLong(typed) < least) {
      throw new InvalidInput(
          "%s: expected a number of at least %d, got %s".formatted(field, least, typed));
    }
    return Long.parseLong(typed);
  }

  private static long microDollars(String typed) {
    if (!typed.strip().matches("\\d{1,9}(\\.\\d{1," + MICRO_DIGITS + "})?")) {
      throw new InvalidInput("dollars: expected an amount such as 25.00, got " + typed);
    }
    return new BigDecimal(typed.strip()).movePointRight(MICRO_DIGITS).longValueExact();
  }
}
