package ai.wikibuilder.graph.configuration;

import ai.wikibuilder.graph.configuration.Setting.Kind;
import ai.wikibuilder.graph.configuration.Setting.Use;
import ai.wikibuilder.graph.tokens.CodeFile;
import ai.wikibuilder.graph.tokens.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Options of Go programs that are stated by calls of the standard library's {@code flag} or of
 * {@code pflag}, on which Cobra stands: {@code flags.StringVarP(&dir, "dir", "d", "", "where to
 * look")}. What is said of an option is its comment.
 */
final class GoFlags {
  /** The type of the value, whether a variable is given, whether a letter is. */
  private static final Pattern CALL =
      Pattern.compile(
          "(?:String(?:Slice|Array|ToString|ToInt)?|Bool(?:Slice)?|U?[Ii]nt(?:8|16|32|64)?(?:Slice)?"
              + "|Float(?:32|64)|Duration(?:Slice)?|Count|IP(?:Net|Mask)?)(Var)?(P)?");

  /** Such a call without a type: what it sets knows its own. */
  private static final Pattern UNTYPED = Pattern.compile("(Var)(P)?");

  /** Arguments that are looked at. */
  private static final int ARGUMENT_COUNT_MAX = 6;

  private final Tokens tokens;
  private final Found found;
  private final boolean longer;

  private GoFlags(CodeFile file, Found found) {
    this.tokens = file.tokens();
    this.found = found;
    this.longer = imports(tokens, "pflag") || imports(tokens, "cobra");
  }

  static void find(CodeFile file, Found found) {
    GoFlags flags = new GoFlags(file, found);
    if (flags.longer || imports(file.tokens(), "flag")) {
      for (int i = 2; i < file.tokens().count(); i++) {
        flags.call(i);
      }
    }
  }

  /** Whether a package of this name stands among the texts above the first declaration. */
  private static boolean imports(Tokens tokens, String name) {
    for (int i = 0; i < tokens.count() && !isDeclaration(tokens, i); i++) {
      boolean named =
          tokens.isString(i)
              && (tokens.text(i).equals(name) || tokens.text(i).endsWith("/" + name));
      if (named) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDeclaration(Tokens tokens, int at) {
    return tokens.is(at, "func") || tokens.is(at, "type") || tokens.is(at, "var");
  }

  private void call(int at) {
    if (!tokens.isWord(at) || !tokens.is(at - 1, '.') || !tokens.is(at + 1, '(')) {
      return;
    }
    Matcher typed = CALL.matcher(tokens.text(at));
    Matcher untyped = UNTYPED.matcher(tokens.text(at));
    Matcher matcher = typed.matches() ? typed : untyped;
    if (!matcher.matches()) {
      return;
    }
    boolean valued = typed.matches() && !tokens.text(at).startsWith("Count");
    int name = matcher.group(1) == null ? 0 : 1;
    int value = matcher.group(2) == null ? name + 1 : name + 2;
    int usage = valued ? value + 1 : value;
    List<Integer> arguments = arguments(at + 1);
    boolean stated =
        arguments.size() == usage + 1
            && tokens.isString(arguments.get(name))
            && isName(tokens.text(arguments.get(name)))
            && tokens.isString(arguments.get(usage));
    if (stated) {
      Optional<String> usual =
          valued ? plain(arguments.get(value), arguments.get(usage)) : Optional.empty();
      found.add(
          Kind.OPTION,
          Use.READ,
          new Found.Named(
              (longer ? "--" : "-") + tokens.text(arguments.get(name)), usual, tokens.line(at)),
          said(arguments.get(usage)));
    }
  }

  /** The words of a text that stands alone, without the marks that keep quotes inside it. */
  private String said(int at) {
    String words = tokens.text(at).replace("\\\"", "\"");
    boolean whole = tokens.is(at + 1, ')') || (tokens.is(at + 1, ',') && tokens.is(at + 2, ')'));
    return whole && words.indexOf('\\') < 0 ? words : "";
  }

  private static boolean isName(String text) {
    return !text.isEmpty()
        && text.charAt(0) != '-'
        && text.chars()
            .allMatch(one -> Character.isLetterOrDigit(one) || "-_.".indexOf((char) one) >= 0);
  }

  /** A default that is one word, number or text. */
  private Optional<String> plain(int at, int next) {
    boolean one = next == at + 2 && !tokens.is(at, "nil");
    return one ? Optional.of(tokens.text(at)) : Optional.empty();
  }

  /** The first token of each argument of a call. */
  private List<Integer> arguments(int open) {
    List<Integer> starts = new ArrayList<>();
    int end = tokens.close(open);
    int at = open + 1;
    if (at < end) {
      starts.add(at);
    }
    while (at < end && starts.size() <= ARGUMENT_COUNT_MAX) {
      if (tokens.is(at, '(') || tokens.is(at, '[') || tokens.is(at, '{')) {
        at = Math.max(at, tokens.close(at));
      } else if (tokens.is(at, ',') && at + 1 < end) {
        starts.add(at + 1);
      }
      at++;
    }
    return starts;
  }
}
