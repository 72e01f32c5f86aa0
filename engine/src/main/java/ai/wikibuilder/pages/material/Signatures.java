package ai.wikibuilder.pages.material;

import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.graph.GraphSymbol;
import java.util.regex.Pattern;

/** Heads of functions short enough to stand inside a sentence. */
public final class Signatures {
  /** A longer head is shown by its name and the number of what it takes. */
  private static final int LENGTH_MAX = 100;

  private static final Pattern MODIFIERS =
      Pattern.compile(
          "^(?:(?:public|protected|private|internal|static|final|abstract|override|virtual|sealed"
              + "|synchronized|default|async|export|declare|inline|extern|open|suspend|unsafe|const"
              + "|readonly|pub(?:\\([^)]*\\))?|func|function|def|fn|fun|sub)\\s+)+");

  /** Attributes of C# before a head: {@code [GeneratedRegex(Form)] public static …}. */
  private static final Pattern ATTRIBUTES =
      Pattern.compile("^(?:\\[[A-Za-z][\\w.]*+(?:\\([^)]*+\\))?+\\]\\s*+)++");

  private static final Pattern RECEIVER = Pattern.compile("^func\\s+\\([^)]*\\)\\s*");

  /** {@code apply: Rule = async (scan) => …} is called like any other function. */
  private static final Pattern ARROW =
      Pattern.compile(
          "^(?:(?:let|var)\\s+)?([\\w$]+)(?:\\s*+:(?:[^=]++|=>)*+)?\\s*+=\\s*(?:async\\s+)?(?=[<(])");

  private static final Pattern SELF =
      Pattern.compile("^(\\w+)\\((?:&?(?:mut )?self|cls)(?:,\\s*)?(?=[^:\\w]|\\w)");

  private Signatures() {}

  /** {@code apply(ScanEvent scan): ParcelState} as the language writes it, without modifiers. */
  public static String brief(Repository repository, GraphSymbol symbol) {
    if (!symbol.kind().isCallable()) {
      return symbol.name();
    }
    String signature = repository.signature(symbol);
    String head = RECEIVER.matcher(signature).replaceFirst("");
    head = ATTRIBUTES.matcher(head).replaceFirst("");
    head = MODIFIERS.matcher(head).replaceFirst("");
    head = head.replaceFirst("^<[^>]*>\\s+", "").replaceFirst("\\s*;$", "");
    head = ARROW.matcher(head).replaceFirst("$1");
    head = SELF.matcher(head).replaceFirst("$1(");
    boolean whole = !head.startsWith("["); // else an attribute that was cut
    boolean named = whole && head.contains(symbol.name()) && head.indexOf('(') > 0;
    if (!named || symbol.kind() == SymbolKind.CONSTRUCTOR) {
      return symbol.name() + "()";
    }
    return head.length() <= LENGTH_MAX ? head : shortened(head, symbol.name());
  }

  private static String shortened(String head, String name) {
    int open = head.indexOf('(');
    boolean empty = head.startsWith("()", open);
    return name + (empty ? "()" : "(…)");
  }
}
