package ai.wikibuilder.server.api.admin;

import ai.wikibuilder.server.accounts.tokens.Caller;
import ai.wikibuilder.server.api.InvalidInput;
import ai.wikibuilder.server.operator.Decisions;
import ai.wikibuilder.server.operator.Operator;
import ai.wikibuilder.server.quota.Plan;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What plans allow. */
@RestController
@RequestMapping("/api/admin/plans")
final class AdminPlanApi {
  private final Decisions decisions;

  AdminPlanApi(Decisions decisions) {
    this.decisions = decisions;
  }

  /** A new plan: its name and every limit. */
  record NewPlanRequest(
      @Nullable String name,
      @Nullable Integer buildsPerDay,
      @Nullable Integer repositories,
      @Nullable Long tokensPerMonth,
      @Nullable Long microDollarsPerMonth,
      @Nullable Integer buildsAtOnce,
      @Nullable Long repositoryBytes) {
    PlanRequest limits() {
      return new PlanRequest(
          buildsPerDay,
          repositories,
          tokensPerMonth,
          microDollarsPerMonth,
          buildsAtOnce,
          repositoryBytes);
    }
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Plan add(@AuthenticationPrincipal Caller caller, @RequestBody NewPlanRequest wish) {
    Operator operator = Operator.of(caller);
    String name = wish.name();
    if (name == null || !Plan.isName(name)) {
      throw new InvalidInput(
          "name: expected %s, got %s".formatted(Plan.NAME_FORM, name == null ? "nothing" : name));
    }
    Plan plan = plan(name, wish.limits());
    decisions.add(operator, plan);
    return plan;
  }

  /** Every limit of a plan. */
  record PlanRequest(
      @Nullable Integer buildsPerDay,
      @Nullable Integer repositories,
      @Nullable Long tokensPerMonth,
      @Nullable Long microDollarsPerMonth,
      @Nullable Integer buildsAtOnce,
      @Nullable Long repositoryBytes) {}

  @PutMapping("/{name}")
  Plan edit(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String name,
      @RequestBody PlanRequest wish) {
    Operator operator = Operator.of(caller);
    Plan plan = plan(name, wish);
    decisions.edit(operator, plan);
    return plan;
  }

  private static Plan plan(String name, PlanRequest wish) {
    return new Plan(
        name,
        atLeast("buildsPerDay", wish.buildsPerDay(), 0),
        atLeast("repositories", wish.repositories(), 0),
        atLeast("tokensPerMonth", wish.tokensPerMonth(), 0),
        atLeast("microDollarsPerMonth", wish.microDollarsPerMonth(), 0),
        atLeast("buildsAtOnce", wish.buildsAtOnce(), 1),
        atLeast("repositoryBytes", wish.repositoryBytes(), 0));
  }

  private static <T extends Number> T atLeast(String field, @Nullable T value, long least) {
    if (value == null || value.longValue() < least) {
      throw new InvalidInput(
          "%s: expected a number of at least %d, got %s"
              .formatted(field, least, value == null ? "nothing" : value));
    }
    return value;
  }
}
