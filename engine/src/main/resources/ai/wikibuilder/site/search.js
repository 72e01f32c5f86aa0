// Search over the entries of search-index.js, pages, symbols and text in one list. An entry in which
// every word asked for begins a word comes before one that has most of them; rare words count more,
// words that only ask do not count. Names are also known by their parts, so "tracker" and "parcelTr"
// both find ParcelTracker; a symbol that is named as a whole comes first.
self.aiwikiStartSearch = function (input, base) {
  "use strict";
  var SHOWN_MAX = 30;
  var SNIPPET_MAX = 150;
  var WEIGHTS = [100, 60, 40, 10];
  var SYMBOL = 1;
  // Share of a question, by weight, that an entry must have.
  var COVERED_MIN = 0.5;
  // What an entry with a part of the question is worth beside one with all of it.
  var PART_SHARE = 0.1;
  var index = self.aiwikiSearch;
  var list = document.getElementById("results");
  var said = document.getElementById("found");
  var kinds = input.getAttribute("data-kind").split("|");
  var chosen = -1;

  function fold(text) {
    return text
      .normalize("NFKD")
      .replace(/[\u0300-\u036f]/g, "")
      .replace(/\u0131/g, "i")
      .toLowerCase();
  }

  // Words of a text: whole, and the parts of camelCase and snake_case.
  function words(text) {
    var whole = text.split(/[^\p{L}\p{N}_$]+/u);
    var found = [];
    for (var i = 0; i < whole.length; i++) {
      if (!whole[i]) {
        continue;
      }
      found.push(fold(whole[i]));
      var parts = whole[i]
        .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, "$1 $2")
        .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
        .split(/[ _$]+/);
      if (parts.length > 1) {
        for (var j = 0; j < parts.length; j++) {
          if (parts[j]) {
            found.push(fold(parts[j]));
          }
        }
      }
    }
    return found;
  }

  // All words of an entry in one string, each after a blank: one indexOf finds a beginning.
  var prepared = index.entries.map(function (entry) {
    return " " + words(entry[3]).join(" ") + " ";
  });

  // Words that say how a question is put, not what it is about.
  var ASKING = (
    "a an and are be by do does for from get has have how i in into is it its me my of on or the then " +
    "there this to was what when where which who why with ve ile ne nasıl nerede neden hangi kim bir " +
    "bu şu mi mı mu mü için"
  )
    .split(" ")
    .map(fold);

  // Without the commonest English endings: "registered" begins as "registers" does.
  function stem(word) {
    var bare = word.replace(/(ing|ies|ed|es|s|e)$/, "");
    return bare.length >= 4 ? bare : word;
  }

  function find(question) {
    var whole = question.split(/[^\p{L}\p{N}_$]+/u).filter(Boolean).map(fold);
    var telling = whole.filter(function (word, at, all) {
      return ASKING.indexOf(word) < 0 && all.indexOf(word) === at;
    });
    whole = telling.length ? telling : whole;
    if (!whole.length) {
      return [];
    }
    var asked = whole.map(function (word) {
      return weigh(word, question);
    });
    var hits = [];
    for (var i = 0; i < prepared.length; i++) {
      var kind = index.entries[i][2];
      var score = rate(prepared[i], asked, kind);
      if (score > 0) {
        hits.push({ at: i, score: score * WEIGHTS[kind] });
      }
    }
    hits.sort(function (a, b) {
      return b.score - a.score || a.at - b.at;
    });
    return hits;
  }

  // A word asked for: its parts when it is a name, and how much it tells.
  function weigh(word, question) {
    var parts = [];
    question.split(/[^\p{L}\p{N}_$]+/u).forEach(function (one) {
      if (fold(one) === word) {
        parts = words(one).slice(1);
      }
    });
    var count = 0;
    for (var i = 0; i < prepared.length; i++) {
      count += prepared[i].indexOf(" " + stem(word)) >= 0 ? 1 : 0;
    }
    return { word: word, parts: parts, weight: Math.log(1 + prepared.length / (1 + count)) + 0.1 };
  }

  function rate(text, asked, kind) {
    var total = 0;
    var found = 0;
    var covered = 0;
    for (var i = 0; i < asked.length; i++) {
      var share = match(text, asked[i]);
      total += asked[i].weight;
      found += asked[i].weight * share;
      covered += share > 0 ? asked[i].weight : 0;
    }
    // Part of a question is an answer only when it is most of it.
    if (covered < total && (asked.length < 3 || covered < COVERED_MIN * total)) {
      return 0;
    }
    var score = (3 * found) / total + 1 / (1 + text.length / 40);
    if (kind === SYMBOL && asked.length === 1 && named(text, asked[0].word)) {
      score *= 2;
    }
    return covered < total ? (score * covered * PART_SHARE) / total : score;
  }

  function match(text, one) {
    if (text.indexOf(" " + one.word + " ") >= 0) {
      return 1;
    }
    if (text.indexOf(" " + one.word) >= 0) {
      return 0.7;
    }
    if (text.indexOf(" " + stem(one.word)) >= 0) {
      return 0.6;
    }
    // A name asked for as one word may be written as several.
    var all = one.parts.every(function (part) {
      return text.indexOf(" " + part) >= 0;
    });
    return one.parts.length && all ? 0.4 : 0;
  }

  // Whether a symbol's entry, its name and kind, has the word as the last name.
  function named(text, word) {
    return text.indexOf(" " + word + " ") >= 0 && text.split(" ").indexOf(word) <= 2;
  }

  // The text with what was asked for marked; built from text nodes only.
  function snippet(text, question) {
    var box = document.createElement("span");
    box.className = "snippet";
    var asked = words(question).sort(function (a, b) {
      return b.length - a.length;
    });
    var low = text.toLowerCase();
    var start = -1;
    asked.forEach(function (word) {
      var at = low.indexOf(word);
      if (at >= 0 && (start < 0 || at < start)) {
        start = at;
      }
    });
    var from = Math.max(0, start - 40);
    if (from > 0) {
      from = text.indexOf(" ", from) + 1 || from;
    }
    var shown = text.slice(from, from + SNIPPET_MAX);
    if (from > 0) {
      box.append("… ");
    }
    var lowShown = shown.toLowerCase();
    var at = 0;
    while (at < shown.length) {
      var next = -1;
      var size = 0;
      asked.forEach(function (word) {
        var here = word ? lowShown.indexOf(word, at) : -1;
        if (here >= 0 && (next < 0 || here < next)) {
          next = here;
          size = word.length;
        }
      });
      if (next < 0) {
        break;
      }
      box.append(shown.slice(at, next));
      var mark = document.createElement("mark");
      mark.textContent = shown.slice(next, next + size);
      box.append(mark);
      at = next + size;
    }
    box.append(shown.slice(at));
    if (from + SNIPPET_MAX < text.length) {
      box.append(" …");
    }
    return box;
  }

  // In one file with all pages a page is a place, and its places have its name in front.
  var one = document.body.getAttribute("data-one");

  function address(file, anchor) {
    if (one === null) {
      return base + file + (anchor ? "#" + anchor : "");
    }
    var slug = file === "index.html" ? one : file.replace(/^pages\/|\.html$/g, "");
    return "#" + slug + (anchor ? "--" + anchor : "");
  }

  function show() {
    var question = input.value.trim();
    var hits = question ? find(question) : [];
    choose(-1);
    list.replaceChildren();
    hits.slice(0, SHOWN_MAX).forEach(function (hit, position) {
      var entry = index.entries[hit.at];
      var page = index.pages[entry[0]];
      var row = document.createElement("a");
      row.href = address(page[0], entry[1]);
      row.id = "result-" + position;
      row.setAttribute("role", "option");
      row.setAttribute("aria-selected", "false");
      row.tabIndex = -1;
      var head = document.createElement("span");
      head.className = "where";
      head.textContent = page[1];
      var kind = document.createElement("span");
      kind.className = "kind";
      kind.textContent = kinds[entry[2]];
      head.append(" ", kind);
      row.append(head, snippet(entry[3], question));
      list.append(row);
    });
    if (question && !hits.length) {
      var none = document.createElement("p");
      none.className = "none";
      none.textContent = input.getAttribute("data-none");
      list.append(none);
    }
    said.textContent = question
      ? input.getAttribute("data-found").replace("{0}", String(hits.length))
      : "";
    list.hidden = !question;
    input.setAttribute("aria-expanded", String(!!question));
  }

  function choose(position) {
    var rows = list.querySelectorAll("a");
    if (chosen >= 0 && rows[chosen]) {
      rows[chosen].setAttribute("aria-selected", "false");
    }
    chosen = position;
    if (chosen >= 0 && rows[chosen]) {
      rows[chosen].setAttribute("aria-selected", "true");
      rows[chosen].scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", rows[chosen].id);
    } else {
      input.removeAttribute("aria-activedescendant");
    }
  }

  function hide() {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    choose(-1);
  }

  input.addEventListener("input", show);
  input.addEventListener("keydown", function (event) {
    var count = list.querySelectorAll("a").length;
    if ((event.key === "ArrowDown" || event.key === "ArrowUp") && count) {
      event.preventDefault();
      list.hidden = false;
      choose((chosen + (event.key === "ArrowDown" ? 1 : chosen < 0 ? 0 : -1) + count) % count);
    } else if (event.key === "Enter" && count) {
      event.preventDefault();
      list.querySelectorAll("a")[Math.max(chosen, 0)].click();
      hide();
    } else if (event.key === "Escape" && !list.hidden) {
      event.stopPropagation();
      hide();
    }
  });
  document.addEventListener("click", function (event) {
    if (!event.target.closest("#find") || event.target.closest("#results a")) {
      hide();
    }
  });
  if (input.value) {
    show();
  }
};
