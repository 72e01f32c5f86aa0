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

  // Evidence beside the text

  var panel = null;
  var cameFrom = null;

  function closePanel() {
    if (!panel || panel.hidden) {
      return;
    }
    panel.hidden = true;
    root.classList.remove("panel-open");
    if (cameFrom) {
      cameFrom.focus({ preventScroll: true });
    }
  }

  function address(link) {
    return (link && link.getAttribute("href")) || "";
  }

  function makePanel() {
    panel = document.createElement("aside");
    panel.className = "panel";
    panel.tabIndex = -1;
    panel.setAttribute("aria-label", document.querySelector("#evidence h2").textContent);
    document.body.appendChild(panel);
  }

  function openPanel(link, anchor) {
    var figure = anchor.closest("figure");
    if (!figure) {
      return false;
    }
    if (!panel) {
      makePanel();
    }
    var copy = figure.cloneNode(true);
    var named = copy.querySelectorAll("[id]");
    for (var i = 0; i < named.length; i++) {
      named[i].removeAttribute("id");
    }
    var range = (link.getAttribute("data-lines") || "0-0").split("-");
    var lines = copy.querySelectorAll(".l");
    var first = null;
    for (var j = 0; j < lines.length; j++) {
      var number = Number(lines[j].getAttribute("data-line"));
      var cited = number >= Number(range[0]) && number <= Number(range[1]);
      lines[j].classList.toggle("cited", cited);
      first = first || (cited ? lines[j] : null);
    }
    var wanted = address(link).slice("#e-".length);
    var refs = copy.querySelectorAll(".ref");
    for (var k = 0; k < refs.length; k++) {
      refs[k].hidden = refs[k].getAttribute("data-evidence") !== wanted;
    }
    var close = document.createElement("button");
    close.type = "button";
    close.className = "close";
    close.textContent = themeButton.getAttribute("data-close");
    close.addEventListener("click", closePanel);
    panel.replaceChildren(close, copy);
    panel.hidden = false;
    root.classList.add("panel-open");
    cameFrom = link;
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
    if (place.indexOf("#e-") === 0) {
      var anchor = document.getElementById(place.slice(1));
      if (anchor && openPanel(link, anchor)) {
        event.preventDefault();
      }
    } else if (panel && link && panel.contains(link)) {
      closePanel();
    }
  });

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") {
      closePanel();
    }
  });

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
    load("search-index.js", function () {
      load("search.js", function () {
        self.aiwikiStartSearch(input, base);
      });
    });
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
