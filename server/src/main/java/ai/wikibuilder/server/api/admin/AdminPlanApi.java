package ai.wikibuilder.server.api.admin;

import ai.wikibuilder.server.accounts.tokens.Caller;
import ai.wikibuilder.server.api.InvalidInput;
import ai.wikibuilder.server.operator.Decisions;
import ai.wikibuilder.server.operator.Operator;
import ai.wikibuilder.server.quota.Plan;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What plans allow. */
@RestController
@RequestMapping("/api/admin/plans")
final class AdminPlanApi {
  private final Decisions decisions;

  AdminPlanApi(Decisions decisions) {
    this.decisions = decisions;
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
    Plan plan =
        new Plan(
            name,
            atLeast("buildsPerDay", wish.buildsPerDay(), 0),
            atLeast("repositories", wish.repositories(), 0),
            atLeast("tokensPerMonth", wish.tokensPerMonth(), 0),
            atLeast("microDollarsPerMonth", wish.microDollarsPerMonth(), 0),
            atLeast("buildsAtOnce", wish.buildsAtOnce(), 1),
            atLeast("repositoryBytes", wish.repositoryBytes(), 0));
    decisions.edit(operator, plan);
    return plan;
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
