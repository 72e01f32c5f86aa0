package ai.wikibuilder.site.links;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Names the headings of one Markdown file as GitHub and GitLab do: letters, digits, {@code _} and
 * {@code -} stay, in small letters, blanks become {@code -}, and what is headed the same again gets
 * a number. One thread, asked once for each heading in the order of the file.
 */
public final class HeadingNames {
  private static final Pattern LEFT_OUT = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}\\p{Pc} -]");

  private final Map<String, Integer> counts = new HashMap<>();

  /** The name of the next heading, without the {@code #}; empty when nothing of it stays. */
  public String next(String heading) {
    String plain = LEFT_OUT.matcher(heading.toLowerCase(Locale.ROOT)).replaceAll("");
    String name = plain.replace(' ', '-');
    int before = counts.merge(name, 1, Integer::sum) - 1;
    return before == 0 ? name : name + "-" + before;
  }
}
