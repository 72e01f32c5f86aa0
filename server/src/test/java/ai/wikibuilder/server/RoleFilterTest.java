package ai.wikibuilder.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RoleFilterTest {
  @ParameterizedTest
  @CsvSource({
    "/api/tenants, API",
    "/openapi.json, API",
    "/.well-known/jwks.json, API",
    "/mcp, API",
    "/%61pi/tenants, API",
    "/, UI",
    "/signin, UI",
    "/apix, UI",
    "/assets/pages.css, UI"
  })
  void anAddressIsAnsweredInOneRole(String address, ServerRole expected) throws Exception {
    for (ServerRole role : ServerRole.values()) {
      MockFilterChain chain = new MockFilterChain();
      MockHttpServletResponse response = new MockHttpServletResponse();

      new RoleFilter(Set.of(role))
          .doFilter(new MockHttpServletRequest("GET", address), response, chain);

      assertThat(response.getStatus()).isEqualTo(role == expected ? 200 : 404);
      assertThat(chain.getRequest() != null).isEqualTo(role == expected);
    }
  }
}
