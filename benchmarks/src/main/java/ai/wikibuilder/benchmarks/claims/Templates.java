package ai.wikibuilder.benchmarks.claims;

import java.util.List;
import java.util.Map;

/** Sentences of each kind; {@code {a}} is a name in code letters, {@code {m}} the marks. */
final class Templates {
  private static final Map<Subject.Kind, List<String>> ENGLISH =
      Map.ofEntries(
          Map.entry(
              Subject.Kind.CALL,
              List.of(
                  "`{a}` calls `{b}` {m}.",
                  "`{b}` is called by `{a}` {m}.",
                  "Inside `{a}`, `{b}` is invoked {m}.",
                  "Among the callers of `{b}` is `{a}` {m}.",
                  "To do its work, `{a}` invokes `{b}` {m}.",
                  "`{a}` delegates part of the work to `{b}` {m}.",
                  "{a}() makes a call to {b}() {m}.",
                  "`{b}` receives calls from `{a}` {m}.",
                  "It is `{a}` that calls `{b}` {m}.",
                  "When it runs, `{a}` in turn calls `{b}` {m}, and goes on with the result.",
                  "`{b}` gets invoked from `{a}` {m}.",
                  "The function `{a}` relies on `{b}` {m}.",
                  "`{a}` uses `{b}` on the way {m}.",
                  "`{b}` is used by `{a}` {m}.",
                  "`{a}`, as its body shows, triggers `{b}` {m}.",
                  "One caller of `{b}` is `{a}` {m}.")),
          Map.entry(
              Subject.Kind.INHERITANCE,
              List.of(
                  "`{a}` extends `{b}` {m}.",
                  "`{a}` implements `{b}` {m}.",
                  "`{a}` is a subclass of `{b}` {m}.",
                  "`{b}` is extended by `{a}` {m}.",
                  "`{a}` inherits from `{b}` {m}.",
                  "`{b}` is the base type of `{a}` {m}.",
                  "{a} derives from {b} {m}.",
                  "The type `{a}` builds on `{b}` {m}.",
                  "`{a}` is one implementation of `{b}` {m}.",
                  "`{b}` serves as the parent of `{a}` {m}.",
                  "`{b}` is implemented by `{a}` {m}.",
                  "Among the subtypes of `{b}` is `{a}` {m}.")),
          Map.entry(
              Subject.Kind.COUNT_MEMBERS,
              List.of(
                  "`{a}` has {n} {noun} {m}.",
                  "`{a}` declares {n} {noun} {m}.",
                  "There are {n} {noun} in `{a}` {m}.",
                  "`{a}` defines {n} {noun} {m}, no more.",
                  "The type `{a}` comes with {n} {noun} {m}.",
                  "{n} {noun} make up `{a}` {m}.",
                  "In `{a}` one finds {n} {noun} {m}.",
                  "`{a}` contains {n} {noun} {m}.",
                  "With its {n} {noun}, `{a}` stands for itself {m}.",
                  "`{a}` is a type of {n} {noun} {m}.",
                  "Of `{a}` the code shows {n} {noun} {m}.")),
          Map.entry(
              Subject.Kind.COUNT_CALLERS,
              List.of(
                  "`{a}` is called from {n} places {m}.",
                  "`{a}` is called in {n} places {m}.",
                  "There are {n} places that call `{a}` {m}.",
                  "{n} places call `{a}` {m}.",
                  "`{a}` is invoked from {n} places in the repository {m}.",
                  "In all, `{a}` is called {n} times {m}.",
                  "`{a}` has {n} call sites {m}.",
                  "The code calls `{a}` in {n} places {m}.",
                  "Calls of `{a}` stand in {n} places {m}.",
                  "One meets `{a}` at {n} call sites {m}.")),
          Map.entry(
              Subject.Kind.COUNT_SUBTYPES,
              List.of(
                  "`{a}` has {n} subclasses {m}.",
                  "{n} types extend `{a}` {m}.",
                  "`{a}` is extended by {n} types {m}.",
                  "{n} classes implement `{a}` {m}.",
                  "There are {n} implementations of `{a}` {m}.",
                  "`{a}` is implemented by {n} classes {m}.",
                  "`{a}` has {n} subtypes in the repository {m}.",
                  "{n} classes derive from `{a}` {m}.",
                  "{n} subtypes of `{a}` exist {m}.",
                  "The repository holds {n} implementations of `{a}` {m}.")),
          Map.entry(
              Subject.Kind.QUOTE,
              List.of(
                  "`{a}` says of itself: “{q}” {m}",
                  "The comment on `{a}` reads “{q}” {m}.",
                  "“{q}” is how `{a}` describes itself {m}.",
                  "`{a}`: “{q}” {m}",
                  "In the words of its comment, `{a}` does this: “{q}” {m}",
                  "Of `{a}` the code says “{q}” {m}.",
                  "What `{a}` is for stands above it: “{q}” {m}",
                  "`{a}` is documented as “{q}” {m}.",
                  "The documentation of {a} begins with “{q}” {m}.",
                  "“{q}”, says the comment of `{a}` {m}.")),
          Map.entry(
              Subject.Kind.DOC,
              List.of(
                  "`{a}`: {w} {m}.",
                  "The purpose of `{a}`: {w} {m}.",
                  "{w} – this is what `{a}` is for {m}.",
                  "One can say of `{a}`: {w} {m}.",
                  "As to `{a}`, {w} {m}.",
                  "`{a}` is there for this: {w} {m}.",
                  "What `{a}` does: {w} {m}.",
                  "The job of {a}() – {w} {m}.",
                  "In short, `{a}` – {w} {m}.",
                  "For readers of `{a}`: {w} {m}.")),
          Map.entry(
              Subject.Kind.DEFINITION,
              List.of(
                  "`{a}` is defined in `{p}` {m}.",
                  "`{p}` defines `{a}` {m}.",
                  "`{a}` lives in `{p}` {m}.",
                  "The file `{p}` contains `{a}` {m}.",
                  "One finds `{a}` in {p} {m}.",
                  "`{a}` stands in `{p}` {m}.",
                  "`{a}` is declared in {p} {m}.",
                  "`{a}` belongs to `{p}` {m}.",
                  "In `{p}` stands `{a}` {m}.",
                  "The home of `{a}` is `{p}` {m}.")),
          Map.entry(
              Subject.Kind.MEMBER,
              List.of(
                  "`{a}` declares `{b}` {m}.",
                  "`{b}` is a method of `{a}` {m}.",
                  "`{a}` contains `{b}` {m}.",
                  "`{b}` is defined in `{a}` {m}.",
                  "`{a}` offers `{b}` {m}.",
                  "`{b}` belongs to `{a}` {m}.",
                  "Among other things, `{a}` has `{b}` {m}.",
                  "`{a}` provides `{b}` {m}.",
                  "`{b}` is one of the methods of `{a}` {m}.",
                  "The type `{a}` exposes `{b}` {m}.")),
          Map.entry(
              Subject.Kind.TWO_CLAUSES,
              List.of(
                  "`{a}` calls `{b}` and then `{c}` {m}.",
                  "`{a}` calls `{b}` first, and later it invokes `{c}` {m}.",
                  "Both `{b}` and `{c}` are called by `{a}` {m}.",
                  "While `{a}` calls `{b}`, it also uses `{c}` {m}.",
                  "`{a}` uses `{b}` {m}, and `{c}` is called by `{a}` as well.",
                  "`{b}`, which is called by `{a}`, stands beside `{c}`, which `{a}` calls too {m}.",
                  "`{a}` invokes `{b}`; it also calls `{c}` {m}.",
                  "`{a}` relies on `{b}` and `{c}` {m}.",
                  "First `{a}` calls `{b}`, then `{c}` {m}.",
                  "`{a}` delegates to `{b}`, and to finish it calls `{c}` {m}.")),
          Map.entry(
              Subject.Kind.PLAIN_WORDS,
              List.of(
                  "The {a} calls the {b} {m}.",
                  "The {b} is called by the {a} {m}.",
                  "The {a} relies on the {b} {m}.",
                  "The {b} is used by the {a} {m}.",
                  "To get on, the {a} invokes the {b} {m}.",
                  "The {a} delegates to the {b} {m}.",
                  "The {a} works with the {b} {m}.",
                  "The {b} is invoked by the {a} {m}.",
                  "The {a} depends on the {b} {m}.",
                  "One caller of the {b} is the {a} {m}.")));

  private static final Map<String, List<String>> OTHERS =
      Map.of(
          "tr",
              List.of(
                  "`{a}` yöntemi `{b}` yöntemini çağırır {m}.",
                  "`{b}`, `{a}` tarafından çağrılır {m}.",
                  "`{a}` içinde `{b}` kullanılır {m}."),
          "de",
              List.of(
                  "`{a}` ruft `{b}` auf {m}.",
                  "`{b}` wird von `{a}` aufgerufen {m}.",
                  "`{a}` verwendet `{b}` {m}."),
          "fr",
              List.of(
                  "`{a}` appelle `{b}` {m}.",
                  "`{b}` est appelé par `{a}` {m}.",
                  "`{a}` utilise `{b}` {m}."),
          "es",
              List.of(
                  "`{a}` llama a `{b}` {m}.",
                  "`{b}` es llamado por `{a}` {m}.",
                  "`{a}` utiliza `{b}` {m}."),
          "pt",
              List.of(
                  "`{a}` chama `{b}` {m}.",
                  "`{b}` é chamado por `{a}` {m}.",
                  "`{a}` usa `{b}` {m}."),
          "ru",
              List.of(
                  "`{a}` вызывает `{b}` {m}.",
                  "`{b}` вызывается из `{a}` {m}.",
                  "`{a}` использует `{b}` {m}."),
          "zh", List.of("`{a}` 调用 `{b}` {m}。", "`{b}` 被 `{a}` 调用 {m}。", "`{a}` 使用 `{b}` {m}。"),
          "ja",
              List.of(
                  "`{a}` は `{b}` を呼び出します {m}。",
                  "`{b}` は `{a}` によって呼び出されます {m}。",
                  "`{a}` は `{b}` を使用します {m}。"),
          "ko",
              List.of(
                  "`{a}`는 `{b}`를 호출합니다 {m}.",
                  "`{b}`는 `{a}`에 의해 호출됩니다 {m}.",
                  "`{a}`는 `{b}`를 사용합니다 {m}."));

  private Templates() {}

  static List<String> english(Subject.Kind kind) {
    return ENGLISH.getOrDefault(kind, List.of());
  }

  /** Sentences about calls in another language. */
  static List<String> calls(String language) {
    return OTHERS.getOrDefault(language, List.of());
  }

  static List<String> languages() {
    return OTHERS.keySet().stream().sorted().toList();
  }
}
