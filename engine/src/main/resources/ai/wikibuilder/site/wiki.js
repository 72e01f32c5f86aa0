// What a page can do beyond being read: evidence beside the text, colours, search on demand.
// Everything here is an addition; without it all links and texts still work.
(function () {
  "use strict";
  var root = document.documentElement;
  var themeButton = document.getElementById("theme");
  var themes = ["system", "light", "dark"];

  // Colours

  function currentTheme() {
    return root.getAttribute("data-theme") || "system";
  }

  function showTheme() {
    var name = themeButton.getAttribute("data-" + currentTheme());
    themeButton.setAttribute("aria-label", themeButton.textContent + ": " + name);
    themeButton.title = name;
  }

  themeButton.addEventListener("click", function () {
    var next = themes[(themes.indexOf(currentTheme()) + 1) % themes.length];
    if (next === "system") {
      root.removeAttribute("data-theme");
    } else {
      root.setAttribute("data-theme", next);
    }
    try {
      localStorage.setItem("aiwiki-theme", next);
    } catch (refused) {
      // The choice then lasts for this page.
    }
    showTheme();
  });
  themeButton.hidden = false;
  showTheme();

  // On a phone the open list of pages covers what its link leads to, where that is in this file

  var menu = document.querySelector(".menu");
  var tree = document.getElementById("tree");
  if (menu && tree) {
    tree.addEventListener("click", function (event) {
      if (event.target.closest("a")) {
        menu.open = false;
      }
    });
  }

  // Evidence beside the text

  var panel = null;
  var cameFrom = null;

  // The page is laid out anew around the panel; what was clicked stays where it was.
  function makeRoom(link, isOpen) {
    var before = link.getBoundingClientRect().top;
    root.classList.toggle("panel-open", isOpen);
    window.scrollBy({ top: link.getBoundingClientRect().top - before, behavior: "instant" });
  }

  function closePanel() {
    if (!panel || panel.hidden) {
      return;
    }
    panel.hidden = true;
    makeRoom(cameFrom, false);
    cameFrom.focus({ preventScroll: true });
  }

  function address(link) {
    return (link && link.getAttribute("href")) || "";
  }

  function makePanel() {
    panel = document.createElement("aside");
    panel.className = "panel";
    panel.tabIndex = -1;
    panel.setAttribute("aria-label", document.querySelector(".evidence h2").textContent);
    document.body.appendChild(panel);
  }

  function closer() {
    var close = document.createElement("button");
    close.type = "button";
    close.className = "close";
    close.textContent = themeButton.getAttribute("data-close");
    close.addEventListener("click", closePanel);
    return close;
  }

  function showPanel(link, content) {
    panel.replaceChildren(closer(), content);
    panel.hidden = false;
    makeRoom(link, true);
    cameFrom = link;
  }

  // The lines stand in a file of their own: it is shown in a frame, which also works from the disk.
  function openFrame(link, file, title) {
    if (!panel) {
      makePanel();
    }
    var frame = document.createElement("iframe");
    frame.title = title;
    frame.src = file;
    showPanel(link, frame);
    panel.focus({ preventScroll: true });
    return true;
  }

  function openPlace(link, anchor) {
    var entry = anchor.closest(".places li");
    var file = entry && entry.querySelector("a");
    return file && openFrame(link, address(file).replace(/#.*$/, "") + "#" + anchor.id, file.textContent);
  }

  self.addEventListener("message", function (event) {
    var frame = panel && panel.querySelector("iframe");
    if (frame && event.source === frame.contentWindow && event.data === "aiwiki-close") {
      closePanel();
    }
  });

  // Where a mark leads: the list of evidence knows the file and the lines.
  function placeOf(link) {
    var name = address(link).slice(1);
    var anchor = document.getElementById(name);
    var entry = anchor && anchor.closest(".places li");
    var figure = anchor && anchor.closest("figure.source");
    if (entry) {
      var path = entry.querySelector("a, .path");
      return { path: path.textContent, lines: anchor.textContent.replace(/^.* /, "") };
    }
    var number = name.replace(/^.*e-/, "");
    var ref = figure && figure.querySelector('.ref[data-evidence="' + number + '"]');
    return ref
      ? { path: figure.querySelector(".path").textContent, lines: ref.getAttribute("data-lines") }
      : { path: "", lines: "0" };
  }

  function linesOf(link) {
    var lines = placeOf(link).lines.split("-");
    return [lines[0], lines[1] || lines[0]];
  }

  function nameMark(event) {
    var mark = event.target.closest ? event.target.closest(".marks a") : null;
    var place = mark && !mark.title && placeOf(mark);
    if (place && place.path) {
      mark.title = place.path + ":" + place.lines;
    }
  }
  document.addEventListener("mouseover", nameMark);
  document.addEventListener("focusin", nameMark);

  function openPanel(link, anchor) {
    var figure = anchor.closest("figure.source");
    if (!figure) {
      return openPlace(link, anchor);
    }
    if (!panel) {
      makePanel();
    }
    var copy = figure.cloneNode(true);
    var named = copy.querySelectorAll("[id]");
    for (var i = 0; i < named.length; i++) {
      named[i].removeAttribute("id");
    }
    var range = linesOf(link);
    var lines = copy.querySelectorAll(".l");
    var first = null;
    for (var j = 0; j < lines.length; j++) {
      var number = Number(lines[j].getAttribute("data-line"));
      var cited = number >= Number(range[0]) && number <= Number(range[1]);
      lines[j].classList.toggle("cited", cited);
      first = first || (cited ? lines[j] : null);
    }
    var wanted = address(link).replace(/^.*e-/, "");
    var refs = copy.querySelectorAll(".ref");
    for (var k = 0; k < refs.length; k++) {
      refs[k].hidden = refs[k].getAttribute("data-evidence") !== wanted;
    }
    showPanel(link, copy);
    if (first) {
      var code = copy.querySelector("pre");
      code.scrollTop = first.offsetTop - code.clientHeight / 3;
    }
    panel.focus({ preventScroll: true });
    return true;
  }

  document.addEventListener("click", function (event) {
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    var link = event.target.closest ? event.target.closest("a") : null;
    var place = address(link);
    if (/^#([a-z0-9-]+--)?e-\d+$/.test(place)) {
      var anchor = document.getElementById(place.slice(1));
      if (anchor && openPanel(link, anchor)) {
        event.preventDefault();
      }
    } else if (/^[a-z0-9-]+\.lines\.html#e-\d+$/.test(place) && link.closest(".marks, .drawing")) {
      openFrame(link, place, document.querySelector(".evidence h2").textContent);
      event.preventDefault();
    } else if (panel && link && panel.contains(link)) {
      closePanel();
    }
  });

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") {
      closePanel();
    }
  });

  // On a phone the rows of wide tables are cards, whose cells say which column they stand in

  var CARD_COLUMNS = 3;
  var tables = document.querySelectorAll("table");
  for (var t = 0; t < tables.length; t++) {
    var heads = tables[t].querySelectorAll("th");
    var cells = heads.length < CARD_COLUMNS ? [] : tables[t].querySelectorAll("td");
    tables[t].classList.toggle("cards", cells.length > 0);
    for (var c = 0; c < cells.length; c++) {
      if (c % heads.length && cells[c].textContent !== "\u2013") {
        cells[c].setAttribute("data-column", heads[c % heads.length].textContent);
      }
    }
  }

  // Diagrams: zoom by buttons, keys, wheel and two fingers; move by dragging, scrolling and arrows

  var LEAST = 0.2;
  var MOST = 4;
  // Below this the smallest words are no longer read; the rest is reached by scrolling.
  var READABLE = 0.72;
  // Share of the window that a drawing may grow to while it stands in the text.
  var TALLEST = 0.7;
  // Around a drawing, in pixels; the style sheet says the same.
  var PADDING = 12;

  function viewer(box) {
    var svg = box.querySelector("svg");
    var width = Number(svg.getAttribute("width"));
    var height = Number(svg.getAttribute("height"));
    var figure = box.closest("figure");
    var scale = 1;
    var settled = 0;

    function room() {
      return box.clientWidth - 2 * PADDING;
    }

    // Keeps the point (x, y) of the box where it is.
    function zoom(to, x, y) {
      var next = Math.min(MOST, Math.max(LEAST, to));
      var left = (box.scrollLeft + x) * (next / scale) - x;
      var top = (box.scrollTop + y) * (next / scale) - y;
      scale = next;
      svg.setAttribute("width", String(width * scale));
      svg.setAttribute("height", String(height * scale));
      box.scrollLeft = left;
      box.scrollTop = top;
    }

    // As it stands in the text: readable, the first box, which tells most, in the middle. Zooming later
    // does not make it shorter, so what follows stays where it is.
    function settle() {
      box.style.maxHeight = "";
      zoom(Math.max(READABLE, Math.min(1, room() / width)), 0, 0);
      box.style.maxHeight = Math.max(box.offsetHeight, TALLEST * window.innerHeight) + "px";
      var first = svg.querySelector(".node .box");
      if (first) {
        var here = first.getBoundingClientRect();
        var edge = box.getBoundingClientRect();
        box.scrollLeft += here.left + here.width / 2 - edge.left - edge.width / 2;
      }
      settled = room();
    }

    function whole() {
      var high = figure.classList.contains("enlarged") ? box.offsetHeight : parseFloat(box.style.maxHeight);
      zoom(Math.min(1, room() / width, (high - 2 * PADDING) / height), 0, 0);
    }

    function step(by) {
      zoom(scale * by, box.clientWidth / 2, box.clientHeight / 2);
    }

    function enlarge(on) {
      figure.classList.toggle("enlarged", on);
      root.classList.toggle("enlarging", on);
      larger.textContent = themeButton.getAttribute(on ? "data-smaller" : "data-larger");
      larger.setAttribute("aria-pressed", String(on));
      if (on) {
        whole();
      } else {
        settle();
      }
    }

    function button(name, sign, act) {
      var made = document.createElement("button");
      made.type = "button";
      made.textContent = sign;
      if (name) {
        made.setAttribute("aria-label", name);
        made.title = name;
      }
      made.addEventListener("click", act);
      return made;
    }

    var bar = document.createElement("div");
    bar.className = "viewer";
    bar.setAttribute("role", "toolbar");
    bar.setAttribute("aria-label", box.getAttribute("aria-label") || figure.querySelector("figcaption").textContent);
    var larger = button("", themeButton.getAttribute("data-larger"), function () {
      enlarge(!figure.classList.contains("enlarged"));
      box.focus({ preventScroll: true });
    });
    larger.setAttribute("aria-pressed", "false");
    bar.append(
      button(themeButton.getAttribute("data-out"), "\u2212", function () {
        step(1 / 1.25);
      }),
      button(themeButton.getAttribute("data-in"), "+", function () {
        step(1.25);
      }),
      button("", themeButton.getAttribute("data-fit"), whole),
      larger
    );
    figure.insertBefore(bar, box);
    box.classList.add("live");
    box.setAttribute("aria-keyshortcuts", "+ - 0 1");

    box.addEventListener("keydown", function (event) {
      if (event.ctrlKey || event.metaKey || event.altKey) {
        return;
      }
      if (event.key === "+" || event.key === "=") {
        step(1.25);
      } else if (event.key === "-") {
        step(1 / 1.25);
      } else if (event.key === "0") {
        whole();
      } else if (event.key === "1") {
        zoom(1, 0, 0);
      } else if (event.key === "Escape" && figure.classList.contains("enlarged")) {
        event.stopPropagation();
        enlarge(false);
        larger.focus();
      } else {
        return;
      }
      event.preventDefault();
    });
    bar.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && figure.classList.contains("enlarged")) {
        event.stopPropagation();
        enlarge(false);
        larger.focus();
      }
    });

    // The wheel alone scrolls the page, as everywhere else.
    box.addEventListener(
      "wheel",
      function (event) {
        if (event.ctrlKey || event.metaKey || figure.classList.contains("enlarged")) {
          event.preventDefault();
          var edge = box.getBoundingClientRect();
          zoom(scale * Math.exp(-event.deltaY / 400), event.clientX - edge.left, event.clientY - edge.top);
        }
      },
      { passive: false }
    );

    var held = null;
    var moved = false;
    box.addEventListener("pointerdown", function (event) {
      if (event.pointerType === "mouse" && event.button === 0) {
        held = { x: event.clientX, y: event.clientY, left: box.scrollLeft, top: box.scrollTop };
        moved = false;
      }
    });
    window.addEventListener("pointermove", function (event) {
      if (held) {
        var x = event.clientX - held.x;
        var y = event.clientY - held.y;
        moved = moved || Math.abs(x) + Math.abs(y) > 4;
        if (moved) {
          box.classList.add("held");
          box.scrollLeft = held.left - x;
          box.scrollTop = held.top - y;
        }
      }
    });
    window.addEventListener("pointerup", function () {
      held = null;
      box.classList.remove("held");
    });
    // What was a drag is no click on the arrow it began on.
    box.addEventListener(
      "click",
      function (event) {
        if (moved) {
          event.preventDefault();
          event.stopPropagation();
          moved = false;
        }
      },
      true
    );
    box.addEventListener("dragstart", function (event) {
      event.preventDefault();
    });

    var apart = 0;
    function fingers(event) {
      var one = event.touches[0];
      var two = event.touches[1];
      return {
        x: (one.clientX + two.clientX) / 2,
        y: (one.clientY + two.clientY) / 2,
        apart: Math.hypot(one.clientX - two.clientX, one.clientY - two.clientY)
      };
    }
    box.addEventListener("touchstart", function (event) {
      apart = event.touches.length === 2 ? fingers(event).apart : 0;
    }, { passive: true });
    box.addEventListener(
      "touchmove",
      function (event) {
        if (event.touches.length === 2 && apart) {
          event.preventDefault();
          var now = fingers(event);
          var edge = box.getBoundingClientRect();
          zoom(scale * (now.apart / apart), now.x - edge.left, now.y - edge.top);
          apart = now.apart;
        }
      },
      { passive: false }
    );

    // What has the focus is to be seen: past its end an enlarged drawing goes back into the text.
    figure.addEventListener("focusout", function (event) {
      if (figure.classList.contains("enlarged") && event.relatedTarget && !figure.contains(event.relatedTarget)) {
        enlarge(false);
      }
    });

    // Turned or drawn wider, it takes its place anew.
    window.addEventListener("resize", function () {
      if (room() !== settled && !figure.classList.contains("enlarged")) {
        settle();
      }
    });

    settle();
  }

  var drawings = document.querySelectorAll(".drawing");
  for (var d = 0; d < drawings.length; d++) {
    viewer(drawings[d]);
  }

  // Where one is, in the list of headings

  var entries = document.querySelectorAll(".contents a");
  if (entries.length && "IntersectionObserver" in window) {
    var byId = {};
    for (var e = 0; e < entries.length; e++) {
      byId[entries[e].getAttribute("href").slice(1)] = entries[e];
    }
    var watcher = new IntersectionObserver(
      function (seen) {
        seen.forEach(function (one) {
          if (one.isIntersecting) {
            for (var k = 0; k < entries.length; k++) {
              entries[k].classList.toggle("here", entries[k] === byId[one.target.id]);
            }
          }
        });
      },
      { rootMargin: "-10% 0px -75% 0px" }
    );
    Object.keys(byId).forEach(function (id) {
      var heading = document.getElementById(id);
      if (heading) {
        watcher.observe(heading);
      }
    });
  }

  // Search, read when it is first wanted

  var input = document.getElementById("query");
  var base = document.body.getAttribute("data-root") || "";
  var asked = false;

  function load(name, then) {
    var script = document.createElement("script");
    script.src = base + "assets/" + name;
    script.addEventListener("load", then);
    document.head.appendChild(script);
  }

  function loadSearch() {
    if (asked) {
      return;
    }
    asked = true;
    if (self.aiwikiSearch) {
      self.aiwikiStartSearch(input, base); // all pages in one file: nothing is left to read
      return;
    }
    load("search-index.js", function () {
      load("search.js", function () {
        self.aiwikiStartSearch(input, base);
      });
    });
  }

  if (!input) {
    return;
  }
  document.getElementById("find").hidden = false;
  input.addEventListener("focus", loadSearch);
  document.addEventListener("keydown", function (event) {
    var at = event.target;
    var typing = at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName);
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      input.focus();
      input.select();
    }
  });
})();
