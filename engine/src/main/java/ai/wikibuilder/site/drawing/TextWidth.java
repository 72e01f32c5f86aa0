package ai.wikibuilder.site.drawing;

/**
 * How wide text will be, roughly, without asking a font: the reader's font is not known when a
 * drawing is made. Widths are those of a common sans-serif, in thousandths of the font size, with a
 * margin for wider ones.
 */
final class TextWidth {
  /** Widths of the characters from blank to tilde. */
  private static final String ASCII =
      "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 "
          + "556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 "
          + "1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 "
          + "667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 "
          + "333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 "
          + "556 556 333 500 278 556 500 722 500 500 500 334 260 334 584";

  /** The widest font among those of common systems, in bold, is wider than the table by this. */
  private static final double MARGIN = 1.25;

  /** Letters beyond ASCII are taken for wide Latin; those of East Asia for a full square. */
  private static final int OTHER = 620;

  private static final int SQUARE = 1000;

  private final int[] ascii = new int[95];

  TextWidth() {
    String[] widths = ASCII.split(" ", -1);
    for (int i = 0; i < ascii.length; i++) {
      ascii[i] = Integer.parseInt(widths[i]);
    }
  }

  /** Width in the unit of {@code fontSize}. */
  double of(String text, double fontSize) {
    long sum = 0;
    for (int i = 0; i < text.length(); i++) {
      sum += of(text.charAt(i));
    }
    return sum * fontSize * MARGIN / 1000;
  }

  /** The text, or as much of its beginning as fits with an ellipsis. */
  String fit(String text, double fontSize, double widthMax) {
    if (of(text, fontSize) <= widthMax) {
      return text;
    }
    int end = text.length();
    while (end > 1 && of(text.substring(0, end), fontSize) + fontSize > widthMax) {
      end--;
    }
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + "…";
  }

  private int of(char c) {
    if (c >= ' ' && c <= '~') {
      return ascii[c - ' '];
    }
    return c >= 0x1100 ? SQUARE : OTHER;
  }
}
