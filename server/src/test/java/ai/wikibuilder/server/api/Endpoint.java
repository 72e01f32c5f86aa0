package ai.wikibuilder.server.api;

import ai.wikibuilder.server.api.Stage.Asking;
import ai.wikibuilder.server.api.Stage.Which;
import ai.wikibuilder.server.tenants.Role;
import java.util.Optional;

/** How one endpoint is asked, who may, and what status they are answered. */
record Endpoint(Endpoint.Rule rule, int success, Endpoint.Asked asked) {
  /** Who may. */
  sealed interface Rule {
    /** Everybody; with a token that is no good nobody. */
    record Open() implements Rule {}

    /** Whoever has an account. */
    record Account() implements Rule {}

    /** Whoever the id belongs to; for others there is none. */
    record OwnId() implements Rule {}

    /** Members of the tenant with at least that role; for others there is none. */
    record Tenant(Role least) implements Rule {}

    /** The operator; for others it is forbidden, whatever the id. */
    record Operator() implements Rule {}

    /** The operator, for an id there is; whose it is does not matter. */
    record OperatorOfId() implements Rule {}

    /** Members of the tenant with at least that role, whose own the id is. */
    record OwnIdInTenant(Role least) implements Rule {}
  }

  /** A cell. */
  record Cell(Stage stage, Asking asking, Which which) {}

  record Request(String path, Optional<String> body) {
    static Request of(String path) {
      return new Request(path, Optional.empty());
    }

    static Request of(String path, String body) {
      return new Request(path, Optional.of(body));
    }
  }

  interface Asked {
    Request in(Cell cell);
  }
}
