// Search over the entries of search-index.js. Every word asked for must begin some word of an entry;
// names are also known by their parts, so "tracker" and "parcelTr" both find ParcelTracker.
self.aiwikiStartSearch = function (input, base) {
  "use strict";
  var SHOWN_MAX = 30;
  var SNIPPET_MAX = 150;
  var WEIGHTS = [100, 60, 40, 10];
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

  function find(question) {
    var asked = words(question).filter(function (word, at, all) {
      return all.indexOf(word) === at;
    });
    var whole = question.split(/[^\p{L}\p{N}_$]+/u).filter(Boolean).map(fold);
    if (!whole.length) {
      return [];
    }
    var hits = [];
    for (var i = 0; i < prepared.length; i++) {
      var score = rate(prepared[i], whole, asked);
      if (score > 0) {
        hits.push({ at: i, score: score * WEIGHTS[index.entries[i][2]] });
      }
    }
    hits.sort(function (a, b) {
      return b.score - a.score || a.at - b.at;
    });
    return hits;
  }

  function rate(text, whole, asked) {
    var score = 0;
    for (var i = 0; i < whole.length; i++) {
      if (text.indexOf(" " + whole[i] + " ") >= 0) {
        score += 3;
      } else if (text.indexOf(" " + whole[i]) >= 0) {
        score += 2;
      } else {
        score = -1;
        break;
      }
    }
    if (score < 0) {
      // A name asked for as one word may be written as several.
      for (var j = 0; j < asked.length; j++) {
        if (whole.indexOf(asked[j]) < 0 && text.indexOf(" " + asked[j]) < 0) {
          return 0;
        }
      }
      if (asked.length === whole.length) {
        return 0;
      }
      score = 1;
    }
    return score / whole.length + 1 / (1 + text.length / 40);
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
