package ai.wikibuilder.site.markup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlTest {
  private static String code(String text) {
    return new Html().open(Tag.CODE).breakable(text).close(Tag.CODE).finish();
  }

  /** An address in a table broke in the middle of a word on a phone. */
  @Test
  void aLongWordMayBreakBehindTheSignsBetweenItsParts() {
    assertThat(code("https://git.example.org/ferry/harbour-master.git"))
        .isEqualTo(
            "<code>https://<wbr>git.example.<wbr>org/ferry/<wbr>harbour-<wbr>master.git</code>");
  }

  /** “scripts/b|uild” stood in a table, and “CollectionsDeserializationBenchmark.mai|n”. */
  @Test
  void aPathBreaksBetweenItsFoldersAndALongNameBetweenItsWords() {
    assertThat(code("scripts/build")).isEqualTo("<code>scripts/<wbr>build</code>");
    assertThat(code("App\\Http\\Controllers\\SongController"))
        .isEqualTo("<code>App\\Http\\<wbr>Controllers\\<wbr>SongController</code>");
    assertThat(code("run CollectionsDeserializationBenchmark.main"))
        .isEqualTo("<code>run Collections<wbr>Deserialization<wbr>Benchmark.<wbr>main</code>");
    assertThat(code("JsonReader")).isEqualTo("<code>JsonReader</code>");
  }

  /** “ConfigurableApplicationCon/text” stood in the list of headings. */
  @Test
  void aHeadingBreaksBetweenTheWordsOfANameAndKeepsWhatIsShort() {
    assertThat(
            new Html()
                .heading("From ConfigurableBeanFactory to parcel_store/<b> and HtmlTest")
                .finish())
        .isEqualTo(
            "From Configurable<wbr>Bean<wbr>Factory to parcel_<wbr>store/&lt;b&gt; and HtmlTest");
    assertThat(new Html().heading("").finish()).isEmpty();
  }

  @Test
  void aShortWordStaysAsItIsAndNoPartOfAnyTextIsLost() {
    assertThat(code("a/b.c")).isEqualTo("<code>a/b.c</code>");
    assertThat(code("<script>/</script>&&/aaaaaaaaaaaaa").replace("<wbr>", ""))
        .isEqualTo("<code>&lt;script&gt;/&lt;/script&gt;&amp;&amp;/aaaaaaaaaaaaa</code>");
  }
}
