package ai.wikibuilder.models.facts;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.models.Money;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The models whose limits and prices are known. Immutable.
 *
 * <p>One line for each, in {@code models.txt} and in a configuration that knows better: {@code NAME
 * CONTEXT OUTPUT FACTOR THOUGHTS}, then prices in dollars a million tokens {@code IN CACHED WRITTEN
 * OUT}, then, where long prompts cost more, {@code >TOKENS} and the four prices above it, then for
 * an embedding model {@code dim=N}. Prices and all after them may be missing.
 *
 * <p>A model is found under its name without maker and region in front ({@code us.anthropic.},
 * {@code openai/}) and without date or version behind, dots as good as hyphens.
 */
public final class ModelCatalogue {
  private static final String RESOURCE = "models.txt";

  /**
   * What is assumed of a model nobody told us of: the smallest that is common, and it may think.
   */
  private static final ModelFacts UNKNOWN =
      new ModelFacts(32_768, 8_192, 1.4, 4_000, Optional.empty(), Optional.empty());

  private static final int LIMITS = 5;
  private static final int PRICES = 4;

  private static final Pattern MAKER =
      Pattern.compile(
          "^.*/|^(?:(?:us|eu|apac|jp|au|ca|global)-)?(?:anthropic|amazon|mistral|meta|openai|cohere)-");
  private static final Pattern VERSION =
      Pattern.compile(
          "(?:-(?:\\d{8}|\\d{4}-\\d{2}-\\d{2}|\\d{4}|\\d{3}|latest|preview(?:-\\d\\d-\\d\\d(?:\\d\\d)?)?|v\\d+))*$");

  private final Map<String, ModelFacts> known = new HashMap<>();

  /**
   * The known models, and what a configuration says of some.
   *
   * @param own lines of the form above; they win
   * @throws IllegalArgumentException naming every line that is none
   */
  public ModelCatalogue(List<String> own) {
    for (String line : shipped()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        put(line);
      }
    }
    List<String> wrong = own.stream().filter(line -> !puts(line)).toList();
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(
          "expected NAME CONTEXT OUTPUT FACTOR THOUGHTS [IN CACHED WRITTEN OUT], such as 'my-model 32768 4096 1.4 0 0.5 0.1 0.5 1.5', got: "
              + String.join("; ", wrong));
    }
  }

  private static List<String> shipped() {
    try (InputStream in = ModelCatalogue.class.getResourceAsStream(RESOURCE)) {
      return new String(Optional.ofNullable(in).orElseThrow().readAllBytes(), UTF_8)
          .lines()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE, e);
    }
  }

  /** What is known of a model; empty when nothing is. */
  public Optional<ModelFacts> find(String model) {
    String name = plain(model);
    String untagged = name.replaceFirst("[:@].*$", "");
    return Stream.of(name, untagged, VERSION.matcher(untagged).replaceFirst(""))
        .map(known::get)
        .filter(Objects::nonNull)
        .findFirst();
  }

  /** The same, with careful assumptions for what is not known; prices are never assumed. */
  public ModelFacts orAssumed(String model) {
    return find(model).orElse(UNKNOWN);
  }

  /** Whether these are the assumptions, so that nobody told us of the model. */
  public static boolean isAssumed(ModelFacts facts) {
    return facts.equals(UNKNOWN);
  }

  private static String plain(String model) {
    String hyphens = model.strip().toLowerCase(Locale.ROOT).replace('.', '-');
    return MAKER.matcher(MAKER.matcher(hyphens).replaceFirst("")).replaceFirst("");
  }

  private boolean puts(String line) {
    try {
      put(line);
      return true;
    } catch (IllegalArgumentException | ArithmeticException e) {
      return false;
    }
  }

  private void put(String line) {
    String[] words = line.strip().split("\\s+", -1);
    if (words.length < LIMITS) {
      throw new IllegalArgumentException(line);
    }
    known.put(
        plain(words[0]),
        new ModelFacts(
            Integer.parseInt(words[1]),
            Integer.parseInt(words[2]),
            Double.parseDouble(words[3]),
            Integer.parseInt(words[4]),
            prices(words),
            dimension(words[words.length - 1])));
  }

  private static Optional<PriceList> prices(String[] words) {
    if (words.length < LIMITS + PRICES) {
      return Optional.empty();
    }
    Prices usual = prices(words, LIMITS);
    int at = LIMITS + PRICES;
    if (words.length >= at + 1 + PRICES && words[at].startsWith(">")) {
      int above = Integer.parseInt(words[at].substring(1));
      return Optional.of(new PriceList(usual, above, Optional.of(prices(words, at + 1))));
    }
    return Optional.of(PriceList.of(usual));
  }

  private static Prices prices(String[] words, int from) {
    return new Prices(
        oneToken(words[from]),
        oneToken(words[from + 1]),
        oneToken(words[from + 2]),
        oneToken(words[from + 3]));
  }

  /** The price of one token from that of a million. */
  private static Money oneToken(String million) {
    return Money.ofDollars(new BigDecimal(million).movePointLeft(6));
  }

  private static Optional<Integer> dimension(String word) {
    Matcher named = Pattern.compile("dim=(\\d{1,5})").matcher(word);
    return named.matches() ? Optional.of(Integer.parseInt(named.group(1))) : Optional.empty();
  }
}
