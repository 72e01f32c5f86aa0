package ai.wikibuilder.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class AllowedHostsTest {
  @Test
  void anEntryCoversOneHostAndOnePort() {
    AllowedHosts allowed = AllowedHosts.of(List.of("Git.Example.com:8443", "[::1]:80", "host"));

    assertThat(allowed.contains("git.example.com", 8443)).isTrue();
    assertThat(allowed.contains("git.example.com", 443)).isFalse();
    assertThat(allowed.contains("x.git.example.com", 8443)).isFalse();
    assertThat(allowed.contains("::1", 80)).isTrue();
    assertThat(allowed.contains("host", 443)).isTrue();
  }

  @Test
  void everyEntryThatIsNoneIsNamedAtOnce() {
    assertThatThrownBy(
            () -> AllowedHosts.of(List.of("ok:1", "*.example.com", "http://x", "x:99999", "x:0")))
        .isInstanceOf(OutboundException.class)
        .hasMessageContaining("*.example.com, http://x, x:99999, x:0");
  }
}
