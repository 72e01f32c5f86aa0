package ai.wikibuilder.source.patterns;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Finds what somebody may have meant by a name that is not there. Upper and lower case are the
 * same.
 */
public final class EditDistance {
  private EditDistance() {}

  /** The least number of letters to insert, delete or replace to make one name of the other. */
  public static int between(String name, String other) {
    String a = name.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }

  /**
   * The nearest names, nearest first; a name that holds the wanted one, or is held by it, is near.
   */
  public static List<String> nearest(Collection<String> names, String wanted, int countMax) {
    return names.stream()
        .sorted(
            Comparator.<String>comparingInt(
                    name -> contained(name, wanted) ? 0 : between(name, wanted))
                .thenComparing(Comparator.naturalOrder()))
        .limit(countMax)
        .toList();
  }

  private static boolean contained(String name, String wanted) {
    String a = name.toLowerCase(Locale.ROOT);
    String b = wanted.toLowerCase(Locale.ROOT);
    return a.contains(b) || b.contains(a);
  }
}
