package ai.wikibuilder.site.markup;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes HTML with SVG inside. Text can only get in escaped, elements only from {@link Tag},
 * attributes only from {@link Attribute}, and what is opened must be closed in order. One thread at
 * a time.
 */
public final class Html {
  /** Signs behind which a long word may go on in the next line. */
  private static final String JOINTS = "/\\._-:@=";

  /** Shorter parts of a word stay together, in characters. */
  private static final int PART_LENGTH_MIN = 7;

  /** Signs between folders, behind which also short parts of a path may be parted. */
  private static final String SEPARATORS = "/\\";

  /** Shorter folders stay with what stands beside them, in characters. */
  private static final int FOLDER_LENGTH_MIN = 4;

  /** An ending such as {@code java} may stand alone behind a long name, in characters. */
  private static final int ENDING_LENGTH_MIN = 3;

  /** A name without such signs breaks before a capital once a part is this long, in characters. */
  private static final int HUMP_LENGTH_MIN = 9;

  /** Headings stand in narrow columns: their long words break into shorter parts. */
  private static final int HEADING_PART_LENGTH_MIN = 4;

  private final StringBuilder out = new StringBuilder(16 * 1024);
  private final Deque<Tag> open = new ArrayDeque<>();

  /** The line that says which HTML it is; first thing of a file. */
  public Html doctype() {
    out.append("<!doctype html>\n");
    return this;
  }

  /** Characters written so far. */
  public int length() {
    return out.length();
  }

  /** Begins an element; for elements without content this is all of it. */
  public Html open(Tag tag, Attribute... attributes) {
    out.append('<').append(tag.written());
    for (Attribute attribute : attributes) {
      out.append(' ').append(attribute.name());
      if (!attribute.value().isEmpty()) {
        out.append("=\"");
        escape(VisibleText.of(attribute.value()));
        out.append('"');
      }
    }
    out.append('>');
    if (!tag.isVoid()) {
      open.push(tag);
    }
    return this;
  }

  /**
   * Ends the innermost element.
   *
   * @throws IllegalStateException when that is another one than {@code tag}
   */
  public Html close(Tag tag) {
    if (open.isEmpty() || open.peek() != tag) {
      throw new IllegalStateException("expected to close " + open.peek() + ", got " + tag);
    }
    open.pop();
    out.append("</").append(tag.written()).append('>');
    return this;
  }

  /** An element that holds only text. */
  public Html leaf(Tag tag, String text, Attribute... attributes) {
    return open(tag, attributes).text(text).close(tag);
  }

  /** An element that holds nothing. */
  public Html bare(Tag tag, Attribute... attributes) {
    return open(tag, attributes).close(tag);
  }

  /** Text, escaped; what hides is shown (see {@link VisibleText}). */
  public Html text(String text) {
    escape(VisibleText.of(text));
    return this;
  }

  /** Text between two offsets, escaped; what hides is shown. */
  public Html text(String text, int from, int to) {
    return text(text.substring(from, to));
  }

  /**
   * Text of one long word, escaped, that a line may break where its parts meet: behind the signs of
   * a path, an address or a name, and before a capital within a long name. A short one stays as it
   * is.
   */
  public Html breakable(String text) {
    String shown = VisibleText.of(text);
    int written = 0;
    int from = 0;
    for (int i = 0; i < shown.length() - 1; i++) {
      if (shown.charAt(i) == ' ') {
        from = i + 1;
      } else if (isBreak(shown, from, i)) {
        escape(shown.substring(written, i + 1));
        open(Tag.WBR);
        from = i + 1;
        written = from;
      }
    }
    escape(shown.substring(written));
    return this;
  }

  private static boolean isBreak(String text, int from, int at) {
    int before = at + 1 - from;
    int behind = text.length() - at - 1;
    if (SEPARATORS.indexOf(text.charAt(at)) >= 0) {
      return before > FOLDER_LENGTH_MIN && behind >= FOLDER_LENGTH_MIN && isJoint(text, at);
    }
    return isHump(text, at)
        ? before >= HUMP_LENGTH_MIN && behind >= HUMP_LENGTH_MIN
        : before > PART_LENGTH_MIN && behind >= ENDING_LENGTH_MIN && isJoint(text, at);
  }

  /**
   * Text, escaped, in which a line may break inside long words: behind the signs that join their
   * parts and before a capital within a name.
   */
  public Html heading(String text) {
    String[] words = VisibleText.of(text).split(" ", -1);
    for (int i = 0; i < words.length; i++) {
      escape(i == 0 ? "" : " ");
      part(words[i]);
    }
    return this;
  }

  private void part(String word) {
    int from = 0;
    for (int i = 0; i < word.length() - 1 && word.length() >= 2 * PART_LENGTH_MIN; i++) {
      boolean whole = i + 1 - from >= HEADING_PART_LENGTH_MIN;
      if (whole && (isJoint(word, i) || isHump(word, i))) {
        escape(word.substring(from, i + 1));
        open(Tag.WBR);
        from = i + 1;
      }
    }
    escape(word.substring(from));
  }

  private static boolean isJoint(String text, int at) {
    return JOINTS.indexOf(text.charAt(at)) >= 0 && Character.isLetterOrDigit(text.charAt(at + 1));
  }

  private static boolean isHump(String text, int at) {
    return Character.isLowerCase(text.charAt(at)) && Character.isUpperCase(text.charAt(at + 1));
  }

  /** Begins a link; links out of the site get the attributes that keep the reader private. */
  public Html link(Target target, Attribute... attributes) {
    Attribute[] all = new Attribute[attributes.length + (target.external() ? 2 : 1)];
    all[0] = Attribute.href(target);
    System.arraycopy(attributes, 0, all, 1, attributes.length);
    if (target.external()) {
      all[all.length - 1] = Attribute.attr(Attribute.Name.REL, "noopener noreferrer nofollow");
    }
    return open(Tag.A, all);
  }

  /**
   * Takes in what another one has written, which is as safe as its own.
   *
   * @throws IllegalStateException when the other still has an element open
   */
  public Html include(Html part) {
    out.append(part.finish());
    return this;
  }

  /** A line break of the file, not of the page: keeps the written HTML readable in a diff. */
  public Html line() {
    out.append('\n');
    return this;
  }

  /**
   * All of it.
   *
   * @throws IllegalStateException when an element is still open
   */
  public String finish() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("expected all elements closed, still open: " + open);
    }
    return out.toString();
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
  }
}
