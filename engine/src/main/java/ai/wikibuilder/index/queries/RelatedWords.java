package ai.wikibuilder.index.queries;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that code uses for what somebody who does not know it calls otherwise: who asks what
 * happens when a storage is overloaded is answered where it is throttled. Stateless.
 *
 * <p>A list for any program, written from what programmers call things; no repository was looked at
 * for it.
 */
public final class RelatedWords {
  private static final String LIST =
      """
      login: auth authenticate session credential
      signin: login auth
      signup: register account
      logout: session
      authenticate: auth login credential
      authorize: permission access role
      permission: authorize access role allowed
      protect: guard auth secure
      delete: remove purge cleanup
      remove: delete
      clean: cleanup purge remove prune
      expire: ttl expiry evict
      store: save persist insert
      save: store persist write
      persist: save store
      keep: store retain
      fetch: get load download retrieve
      retrieve: get fetch load
      load: read fetch
      download: fetch
      obtain: get fetch
      send: post dispatch deliver publish
      receive: accept consume listen
      calculate: compute calc
      compute: calculate
      count: counter total
      check: validate verify
      verify: validate check
      validate: verify check validator
      detect: find identify
      choose: select resolve pick
      decide: select resolve
      determine: resolve
      select: choose pick
      find: lookup search resolve
      discover: find
      match: matcher
      parse: parser decode
      decode: parse deserialize
      print: write format output
      show: render display view
      display: render show view
      output: print write printer
      overload: throttle limit backpressure reject
      limit: throttle quota max limiter
      throttle: limit limiter
      retry: attempt backoff
      fail: error exception failure
      crash: error recover panic
      cannot: error fail
      lose: error disconnect reconnect
      error: exception fail
      wrong: error invalid
      invalid: error validate
      handle: handler
      periodically: schedule interval timer cron
      regularly: schedule interval timer cron
      schedule: scheduler cron interval timer
      background: worker job scheduler queue async
      automatically: auto
      parallel: thread worker pool concurrent
      concurrent: thread parallel
      wait: await sleep block
      resume: restart recover continue lease
      interrupt: cancel resume
      kill: terminate recover lease
      stop: shutdown close terminate
      shutdown: close stop
      start: startup init bootstrap
      launch: start run
      boot: startup init bootstrap
      configure: config settings options
      configuration: config settings options
      setting: config option
      option: config flag
      environment: env
      email: mail smtp
      image: img media picture
      picture: image img
      convert: transform converter
      transform: convert
      turn: convert transform
      merge: combine join
      duplicate: unique dedup checksum
      encrypt: cipher crypto
      compress: gzip zip
      route: router handler
      request: handler
      database: db sql storage
      migrate: migration schema
      cache: cached
      notify: notification notifier alert
      alert: notification notify
      filter: matcher exclude
      ignore: exclude skip filter
      skip: ignore exclude
      exclude: ignore skip
      sort: order compare
      search: query find
      assign: set apply
      plugin: extension
      extension: plugin
      argument: arg flag
      import: importer
      export: exporter
      execute: exec run invoke
      run: exec execute
      walk: traverse visit
      watch: observe
      monitor: watch probe
      refresh: reload update poll
      update: modify patch
      rename: move
      lock: mutex lease
      queue: enqueue job
      translate: locale i18n
      """;

  private static final Map<String, List<String>> RELATED = read(LIST);

  /** Endings of English words, and what stands in their place. */
  private static final Map<String, List<String>> ENDINGS =
      new TreeMap<>(
          Map.of(
              "ies", List.of("y"),
              "ied", List.of("y"),
              "s", List.of(""),
              "es", List.of(""),
              "ed", List.of("", "e"),
              "ing", List.of("", "e"),
              "ion", List.of("", "e"),
              "ation", List.of("", "e")));

  /** Past forms that no ending makes, as far as they are on the list. */
  private static final Map<String, String> IRREGULAR =
      Map.of(
          "sent", "send", "kept", "keep", "found", "find", "lost", "lose", "chosen", "choose",
          "shown", "show", "ran", "run", "failure", "fail", "login", "login");

  /** Shorter words have no ending. */
  private static final int STEM_CHAR_COUNT_MIN = 3;

  /** Words that say one thing only when they stand together, as code writes them. */
  private static final Pattern TWO_AS_ONE =
      Pattern.compile(
          "\\b(?:(log|sign)(?:s|ged|ging|ned|ning|ed|ing)?[ -](in|out|up|on|off)"
              + "|(shut|tear)(?:s|ting|ing)?[ -](down)|(roll|fall)(?:s|ed|ing)?[ -](back)"
              + "|(e)[ -](mails?)|(time)(?:s|d)?[ -](out))\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ASKS =
      Pattern.compile(
          "^\\s*(?:how|what|where|when|which|why|who|does|do|is|are|can)\\b|\\?\\s*$",
          Pattern.CASE_INSENSITIVE);

  private RelatedWords() {}

  /** Whether a text is a question in words; a name or a message is looked for as it is written. */
  static boolean asks(String text) {
    return ASKS.matcher(text).find();
  }

  /** A text with words as code writes them: of "log in", which is no log, {@code login} is left. */
  public static String joined(String text) {
    Matcher two = TWO_AS_ONE.matcher(text);
    return two.replaceAll(match -> {
      StringBuilder one = new StringBuilder();
      for (int group = 1; group <= match.groupCount(); group++) {
        if (match.group(group) != null) {
          one.append(match.group(group));
        }
      }
      return one.toString();
    });
  }

  /** What else code may call a word, the likeliest first; empty when nothing is known. */
  public static List<String> of(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    List<String> direct = RELATED.get(IRREGULAR.getOrDefault(lower, lower));
    if (direct != null) {
      return direct;
    }
    for (Map.Entry<String, List<String>> ending : ENDINGS.entrySet()) {
      int end = lower.length() - ending.getKey().length();
      if (end >= STEM_CHAR_COUNT_MIN && lower.endsWith(ending.getKey())) {
        for (String stem : stems(lower.substring(0, end), ending.getValue())) {
          List<String> related = RELATED.get(stem);
          if (related != null) {
            return related;
          }
        }
      }
    }
    return List.of();
  }

  private static Set<String> stems(String cut, List<String> endings) {
    Set<String> stems = new LinkedHashSet<>();
    endings.forEach(ending -> stems.add(cut + ending));
    int last = cut.length() - 1;
    if (cut.charAt(last) == cut.charAt(last - 1)) {
      stems.add(cut.substring(0, last)); // stopped, running
    }
    return stems;
  }

  private static Map<String, List<String>> read(String list) {
    Map<String, List<String>> related = new HashMap<>();
    for (String line : list.split("\n", -1)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        related.put(line.substring(0, colon), List.of(line.substring(colon + 2).split(" ", -1)));
      }
    }
    return Map.copyOf(related);
  }
}
