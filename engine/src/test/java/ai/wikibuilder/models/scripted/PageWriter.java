package ai.wikibuilder.models.scripted;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * An honest writer of pages: says of each piece of evidence in its prompt what its lines say, with
 * the number behind the sentence, and nothing else.
 */
public final class PageWriter implements Script {
  /** Sentences in a section; more make another one. */
  private static final int SECTION_SENTENCES = 6;

  /** Names in one sentence. */
  private static final int NAMES_MAX = 3;

  @Override
  public ScriptedReply reply(ReceivedPrompt prompt, Random random) {
    List<EvidenceBlock> blocks = EvidenceBlock.in(prompt.everything());
    StringBuilder page = new StringBuilder();
    int sentences = 0;
    for (EvidenceBlock block : blocks) {
      List<String> said = sentences(block, random);
      if (!said.isEmpty() && sentences % SECTION_SENTENCES == 0) {
        page.append(page.isEmpty() ? "" : "\n\n").append("## ").append(title(block)).append("\n\n");
      }
      for (String sentence : said) {
        page.append(sentence).append(' ');
        sentences++;
      }
    }
    return ScriptedReply.text(
        page.isEmpty() ? "Nothing is known of this." : page.toString().strip());
  }

  private static String title(EvidenceBlock block) {
    String file = block.path().substring(block.path().lastIndexOf('/') + 1);
    return block.names().isEmpty() ? "`" + file + "`" : "`" + block.names().getFirst() + "`";
  }

  private static List<String> sentences(EvidenceBlock block, Random random) {
    List<String> sentences = new ArrayList<>();
    String words = block.firstWords();
    if (!words.isEmpty()) {
      sentences.add("%s [%d].".formatted(words, block.number()));
    }
    List<String> names = block.kind().equals("card") ? List.of() : block.names();
    if (!names.isEmpty()) {
      List<String> some =
          names.subList(0, Math.min(names.size(), 1 + random.nextInt(NAMES_MAX))).stream()
              .map(name -> "`" + name + "`")
              .toList();
      String file = block.path().substring(block.path().lastIndexOf('/') + 1);
      sentences.add(
          "The file `%s` has %s [%d].".formatted(file, String.join(", ", some), block.number()));
    }
    return sentences;
  }
}
