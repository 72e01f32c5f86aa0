package ai.wikibuilder.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProxyAddressTest {
  @Test
  void theUsualFormsAreRead() {
    assertThat(ProxyAddress.parse("http://proxy.example.com:3128"))
        .isEqualTo(new ProxyAddress("proxy.example.com", 3128, Optional.empty(), Optional.empty()));
    assertThat(ProxyAddress.parse("proxy:8080").port()).isEqualTo(8080);
    assertThat(ProxyAddress.parse("http://me:p%40ss+word@proxy:1"))
        .isEqualTo(new ProxyAddress("proxy", 1, Optional.of("me"), Optional.of("p@ss+word")));
  }

  @Test
  void thePasswordIsNeverShown() {
    assertThat(ProxyAddress.parse("http://me:hunter2@proxy:1").toString())
        .doesNotContain("hunter2");
    assertThatThrownBy(() -> ProxyAddress.parse("socks://me:hunter2@proxy:1"))
        .isInstanceOf(OutboundException.class)
        .hasMessageNotContaining("hunter2");
  }
}
