package ai.wikibuilder.source.secrets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Secrets of many kinds, put together piece by piece, so that none stands in this file. */
public final class PlantedSecrets {
  public static final long SEED = 20_261_124L;
  private static final String DIGITS = "0123456789";
  private static final String HEX = DIGITS + "abcdef";
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final String ALL = LETTERS + DIGITS;

  private final Random random = new Random(SEED);

  public String some(String alphabet, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  /** The part that must vanish, and the line around it. */
  public record Planted(String secret, String line) {}

  /** By kind. */
  public Map<String, List<Planted>> byKind() {
    Map<String, List<Planted>> all = new LinkedHashMap<>();
    put(all, "aws key", "AK" + "IA" + some("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 16), "key = \"%s\"");
    put(all, "aws secret", some(ALL, 39) + "7", "aws_secret_access_key = %s");
    put(all, "aws secret quoted", some(ALL, 39) + "7", "\"SecretAccessKey\": \"%s\",");
    for (String kind : List.of("p", "o", "u", "s", "r")) {
      put(all, "github " + kind, "gh" + kind + "_" + some(ALL, 36), "token: %s");
    }
    put(all, "github fine", "github" + "_pat_" + some(ALL, 22) + "_" + some(ALL, 59), "x(\"%s\")");
    put(all, "gitlab", "gl" + "pat-" + some(ALL, 20), "export T=%s");
    put(all, "slack bot", "xo" + "xb-" + some(DIGITS, 11) + "-" + some(ALL, 24), "'%s'");
    put(
        all,
        "slack hook",
        "T" + some(ALL, 9) + "/B" + some(ALL, 9) + "/" + some(ALL, 24),
        "https://hooks." + "slack.com/services/%s");
    put(
        all,
        "discord hook",
        some(ALL, 68),
        "https://discord.com/api/" + "webhooks/" + some("123456789", 18) + "/%s");
    put(
        all,
        "discord bot",
        "M" + some(ALL, 23) + "." + some(ALL, 6) + "." + some(ALL, 27),
        "DISCORD_TOKEN=%s");
    put(all, "telegram", "AA" + some(ALL, 33), "bot" + some("123456789", 9) + ":%s");
    put(all, "stripe", "sk_" + "live_" + some(ALL, 24) + "1a", "stripe('%s')");
    put(all, "stripe hook", "wh" + "sec_" + some(ALL, 32) + "1a", "%s");
    put(all, "google api", "AI" + "za" + some(ALL, 35), "<meta content=\"%s\">");
    put(all, "google oauth", "GOC" + "SPX-" + some(ALL, 28), "secret: %s");
    put(all, "gcp key id", some(HEX, 40), "\"private_key" + "_id\": \"%s\",");
    put(all, "azure storage", some(ALL, 86) + "==", "AccountName=x;Account" + "Key=%s;End");
    put(all, "azure client", some(ALL, 3) + "8Q" + "~" + some(ALL, 34), "%s", 3);
    put(
        all,
        "jwt",
        "ey" + "J" + some(ALL, 30) + ".ey" + "J" + some(ALL, 60) + "." + some(ALL, 43),
        "Cookie: s=%s");
    put(all, "npm", "np" + "m_" + some(ALL, 36), "//registry/:_authToken=%s");
    put(all, "pypi", "py" + "pi-AgEIcHlwaS5vcmc" + some(ALL, 80), "password = %s");
    put(all, "rubygems", "ruby" + "gems_" + some(HEX, 48), "%s");
    put(all, "docker", "dckr" + "_pat_" + some(ALL, 27), "%s");
    put(all, "anthropic", "sk-" + "ant-api03-" + some(ALL, 93), "%s");
    put(all, "openai", "sk-" + "proj-" + some(ALL, 48) + "1a", "OPENAI_API_KEY=%s");
    put(all, "huggingface", "h" + "f_" + some(LETTERS, 34), "login(\"%s\")");
    put(all, "groq", "gs" + "k_" + some(ALL, 50) + "1a", "%s");
    put(all, "sendgrid", "S" + "G." + some(ALL, 22) + "." + some(ALL, 43), "%s");
    put(all, "mailgun", "ke" + "y-" + some(HEX, 30) + "1a", "api('%s')");
    put(all, "twilio", "S" + "K" + some(HEX, 32), "twilio_sid = '%s'");
    put(all, "digitalocean", "do" + "p_v1_" + some(HEX, 64), "%s");
    put(
        all,
        "heroku",
        some(HEX, 8)
            + "-"
            + some(HEX, 4)
            + "-"
            + some(HEX, 4)
            + "-"
            + some(HEX, 4)
            + "-"
            + some(HEX, 12),
        "HEROKU_API_KEY=%s");
    put(all, "shopify", "sh" + "pat_" + some(HEX, 32), "%s");
    put(all, "square", "sq0" + "atp-" + some(ALL, 20) + "1a", "%s");
    put(all, "databricks", "da" + "pi" + some(HEX, 30) + "1a", "%s");
    put(all, "vault", "hv" + "s." + some(ALL, 90), "X-Vault-Token: %s");
    put(all, "atlassian", "ATA" + "TT3" + some(ALL, 180), "%s");
    put(all, "linear", "lin_" + "api_" + some(ALL, 40), "%s");
    put(all, "doppler", "dp." + "pt." + some(ALL, 43), "%s");
    put(all, "postman", "PM" + "AK-" + some(HEX, 24) + "-" + some(HEX, 34), "%s");
    put(all, "newrelic", "NR" + "AK-" + some("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", 27), "%s");
    put(all, "grafana", "gl" + "sa_" + some(ALL, 32) + "_" + some(HEX, 8), "%s");
    put(all, "sentry", "sntr" + "ys_" + some(ALL, 90), "%s");
    put(all, "planetscale", "psca" + "le_tkn_" + some(ALL, 43), "%s");
    put(
        all,
        "age",
        "AGE-SECRET" + "-KEY-1" + some("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", 58),
        "%s");
    put(all, "bearer", some(ALL, 40) + "1a", "Authorization: Bear" + "er %s");
    put(all, "url", "p4ss" + some(ALL, 10), "postgres://app:%s@db.internal:5432/x");
    put(all, "quoted", some(ALL, 18) + "1a", "String pass" + "word = \"%s\";");
    put(all, "json", some(ALL, 18) + "1a", "\"clientSec" + "ret\": \"%s\"");
    put(all, "php", some(ALL, 18) + "1a", "'api" + "_key' => '%s',");
    put(all, "plain", some(ALL, 18) + "1a", "db.pass" + "word=%s");
    return all;
  }

  private static void put(Map<String, List<Planted>> all, String kind, String secret, String line) {
    put(all, kind, secret, line, 0);
  }

  private static void put(
      Map<String, List<Planted>> all, String kind, String secret, String line, int kept) {
    all.computeIfAbsent(kind, key -> new ArrayList<>())
        .add(new Planted(secret.substring(kept), line.formatted(secret)));
  }
}
