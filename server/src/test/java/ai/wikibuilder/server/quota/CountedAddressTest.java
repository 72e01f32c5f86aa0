package ai.wikibuilder.server.quota;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountedAddressTest {
  /** A limit by the whole address was none for who has a network of them, as every home has. */
  @Test
  void addressesOfOneNetworkOfIpv6CountTogether() {
    String one = CountedAddress.of("2001:db8:1:2:3:4:5:6");

    assertThat(CountedAddress.of("2001:db8:1:2:ffff::1")).isEqualTo(one);
    assertThat(CountedAddress.of("2001:0db8:0001:0002::")).isEqualTo(one);
    assertThat(CountedAddress.of("2001:db8:1:3::1")).isNotEqualTo(one);
  }

  @Test
  void anAddressOfIpv4CountsForItself() {
    assertThat(CountedAddress.of("192.0.2.1")).isEqualTo("192.0.2.1");
    assertThat(CountedAddress.of("::ffff:192.0.2.1")).isEqualTo("::ffff:192.0.2.1");
    assertThat(CountedAddress.of("unknown")).isEqualTo("unknown");
  }
}
