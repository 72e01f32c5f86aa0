package ai.wikibuilder.pages.prose.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordCountTest {
  /** A whole clause of Chinese or Japanese counted as one word, so that no page was long enough. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          It hands `run_task` over to 2 workers, doesn't it?      | 10
          Görevleri iki işçiye dağıtır.                           | 4
          작업을 두 작업자에게 나누어 준다.                       | 5
          它把任务分配给两个工作进程。                            | 7
          タスクを二つのワーカーに渡す。                          | 7
          `Scheduler` は `run` を呼び出します                     | 6
          มันแบ่งงาน                                               | 5
          –, … !                                                  | 0
          """)
  void wordsAreCountedAlsoWhereNoBlanksStandBetweenThem(String text, int words) {
    assertThat(WordCount.of(text)).isEqualTo(words);
  }
}
