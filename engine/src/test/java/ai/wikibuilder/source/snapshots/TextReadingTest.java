package ai.wikibuilder.source.snapshots;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.source.ReadOutcome;
import ai.wikibuilder.source.SkipReason;
import org.junit.jupiter.api.Test;

class TextReadingTest {
  /** A program of Qt was “written in TypeScript”: its translations are files of that ending. */
  @Test
  void textsOfQtAreNoTypeScript() {
    TextReading reading = new TextReading();
    String texts = "<?xml version=\"1.0\"?>\n<!DOCTYPE TS>\n<TS language=\"tr\"></TS>\n";

    assertThat(reading.read("share/ferry_tr.ts", texts.getBytes(UTF_8)))
        .isEqualTo(new ReadOutcome.LeftOut(SkipReason.DATA));
    assertThat(
            reading.read("ferry.ts", "export const quay = <T>(one: T) => one;\n".getBytes(UTF_8)))
        .isInstanceOf(ReadOutcome.Text.class);
  }

  /** A worker that a tool had put into the sources stood first among the parts. */
  @Test
  void aHeaderThatAsksNotToChangeTheFileIsThatOfATool() {
    String head = "/**\n * Quay worker.\n * - Please do NOT modify this file.\n */\nrun()\n";

    assertThat(new TextReading().read("worker.js", head.getBytes(UTF_8)))
        .isEqualTo(new ReadOutcome.LeftOut(SkipReason.GENERATED));
  }
}
