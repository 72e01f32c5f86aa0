// Search over the entries of search-index.js, pages, symbols and text in one list. An entry in which
// every word asked for begins a word comes before one that has most of them; rare words count more,
// words that only ask do not count. Names are also known by their parts, so "tracker" and "parcelTr"
// both find ParcelTracker. What is named as a whole comes first: a symbol, then what tells of it; a page
// by its title. A word that nothing has is taken for the nearest one that is there.
self.aiwikiStartSearch = function (input, base) {
  "use strict";
  var SHOWN_MAX = 30;
  var SNIPPET_MAX = 150;
  var WEIGHTS = [100, 60, 40, 10];
  var PAGE = 0;
  var SYMBOL = 1;
  var HEADING = 2;
  var TEXT = 3;
  // Characters before a name in its own signature, at most: what it gives back.
  var SIGNATURE_MAX = 40;
  // Share of a question, by weight, that an entry must have.
  var COVERED_MIN = 0.5;
  // What an entry with a part of the question is worth beside one with all of it.
  var PART_SHARE = 0.1;
  // What a page is worth whose summary has the words and whose title has not.
  var SUMMARY_SHARE = 0.3;
  // What a text is worth that tells of the name asked for beside one that mentions it.
  var TELLING = 5;
  // Shorter words are taken as they are typed; from the second length on two slips are seen.
  var MISTYPED_MIN = 4;
  var TWICE_MISTYPED_MIN = 8;
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

  // The same of the titles of pages, in the same order.
  var titles = index.pages.map(function (page) {
    return " " + words(page[1]).join(" ") + " ";
  });

  // All words that anything begins with, and how often; made when a word is first missed.
  var vocabulary = null;

  function learn() {
    vocabulary = new Map();
    prepared.forEach(function (text) {
      text.split(" ").forEach(function (word) {
        vocabulary.set(word, (vocabulary.get(word) || 0) + 1);
      });
    });
  }

  // Letters to add, drop, change or swap until one word is the other; more than the limit is limit + 1.
  function slips(one, other, limit) {
    if (Math.abs(one.length - other.length) > limit) {
      return limit + 1;
    }
    var before = [];
    var last = [];
    for (var i = 0; i <= one.length; i++) {
      var row = [i];
      for (var j = 1; j <= other.length; j++) {
        var changed = one[i - 1] === other[j - 1] ? 0 : 1;
        row[j] = i ? Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + changed) : j;
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      before = last;
      last = row;
    }
    return last[other.length];
  }

  // The word that is there and nearest to one that is not; the word itself when none is near.
  function known(word) {
    if (word.length < MISTYPED_MIN) {
      return word;
    }
    if (!vocabulary) {
      learn();
    }
    var best = word;
    var least = word.length < TWICE_MISTYPED_MIN ? 1 : 2;
    var most = 0;
    vocabulary.forEach(function (count, other) {
      var far = slips(word, other, least);
      if (far < least || (far === least && count > most)) {
        best = other;
        least = far;
        most = count;
      }
    });
    return best;
  }

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
      return { hits: [], taken: [] };
    }
    var taken = [];
    var asked = whole.map(function (word) {
      var weighed = weigh(word, question);
      var nearest = weighed.count ? word : known(word);
      if (nearest === word) {
        return weighed;
      }
      taken.push([word, nearest]);
      return weigh(nearest, nearest);
    });
    // "json provider" also asks for JSONProvider.
    var joined = asked.length > 1 && asked.length <= 3 ? joinedName(asked) : null;
    var hits = [];
    for (var i = 0; i < prepared.length; i++) {
      var score = worth(i, asked);
      if (joined && prepared[i].indexOf(" " + joined.word + " ") >= 0) {
        score = Math.max(score, worth(i, [joined]));
      }
      if (score > 0) {
        hits.push({ at: i, score: score });
      }
    }
    hits.sort(function (a, b) {
      return b.score - a.score || a.at - b.at;
    });
    return { hits: hits, taken: taken };
  }

  function joinedName(asked) {
    var name = weigh(asked.map(function (one) { return one.word; }).join(""), "");
    return name.count ? name : null;
  }

  function worth(at, asked) {
    var kind = index.entries[at][2];
    var score = rate(prepared[at], asked, kind) * WEIGHTS[kind];
    if (kind === PAGE && score > 0 && !rate(titles[index.entries[at][0]], asked, kind)) {
      score *= SUMMARY_SHARE;
    }
    if (kind === TEXT && score > 0 && asked.length === 1 && tells(index.entries[at][3], asked[0].word)) {
      score *= TELLING;
    }
    return score;
  }

  // Whether a text tells of a name rather than mentions it: it has it first, or as what is called, and then quotes.
  function tells(text, word) {
    var low = fold(text);
    var at = low.indexOf(word);
    var before = low.slice(0, Math.max(at, 0));
    var behind = low.slice(at + word.length);
    var called = at <= SIGNATURE_MAX && /(^|[ .])$/.test(before) && behind[0] === "(";
    var quoted = behind.indexOf("“") >= 0 && (called || (at === 0 && /^:? ?[(“]/.test(behind)));
    return at >= 0 && (quoted || (at === 0 && /^ is an? /.test(behind)));
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
    return { word: word, parts: parts, count: count, weight: Math.log(1 + prepared.length / (1 + count)) + 0.1 };
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
  function snippet(text, question, isWhole) {
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
    var from = isWhole ? 0 : Math.max(0, start - 40);
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

  // A page is told by its summary; its title stands above.
  function summary(entry, page) {
    var title = page[1] + " — ";
    return entry[2] === PAGE && entry[3].indexOf(title) === 0 ? entry[3].slice(title.length) : entry[3];
  }

  function show() {
    var question = input.value.trim();
    var found = question ? find(question) : { hits: [], taken: [] };
    var hits = found.hits;
    var marked = question;
    choose(-1);
    list.replaceChildren();
    found.taken.forEach(function (pair) {
      marked += " " + pair[1];
      var line = document.createElement("p");
      line.className = "taken";
      line.setAttribute("role", "presentation");
      line.textContent = pair[0] + " → " + pair[1];
      list.append(line);
    });
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
      var kind = document.createElement("span");
      kind.className = "kind";
      kind.textContent = kinds[entry[2]];
      // Of a name the name comes first, then where it is told.
      if (entry[2] === SYMBOL || entry[2] === HEADING) {
        var told = document.createElement("span");
        told.className = "snippet";
        told.textContent = page[1];
        head.append(snippet(entry[3], marked, true), " ", kind);
        row.append(head, told);
      } else {
        head.append(page[1], " ", kind);
        row.append(head, snippet(summary(entry, page), marked));
      }
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
