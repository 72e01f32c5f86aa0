// Puts the whole tree of pages in the place of the part that stands in the page's own file, before the
// page is drawn. pages.js, read before, has the list: [file, title, depth, written at] in reading order.
// A page that holds much has it read after it is drawn.
(function () {
  "use strict";
  var OPEN_MAX = 40;
  var place = document.getElementById("tree");
  var list = self.aiwikiPages;
  var here = place && place.querySelector("[aria-current]");
  var more = place && place.hasAttribute("data-more");
  if (!here || (!list && !more)) {
    return;
  }
  var base = document.body.getAttribute("data-root") || "";
  var first = base === "";
  var current = (first ? "" : base + "pages/") + here.getAttribute("href");
  var below = place.getAttribute("data-below");

  function position() {
    return list.pages.findIndex(function (page) {
      return base + page[0] === current;
    });
  }

  var at = list ? position() : -1;
  if (list && at < 0) {
    return;
  }

  // A long name goes on in the next line behind a slash, not inside a word.
  function name(link, title) {
    title.split("/").forEach(function (part, i) {
      if (i > 0) {
        link.append("/", document.createElement("wbr"));
      }
      link.append(part);
    });
  }

  function showAll() {
    // Pages on the way to this one stay open in a large tree.
    var way = {};
    for (var i = at, depth = list.pages[at][2]; i >= 0; i--) {
      if (i === at || list.pages[i][2] < depth) {
        way[i] = true;
        depth = list.pages[i][2];
      }
    }
    var top = document.createElement("ul");
    var open = [top];
    list.pages.forEach(function (page, i) {
      var item = document.createElement("li");
      var link = document.createElement("a");
      link.href = base + page[0];
      name(link, page[1]);
      if (i === at) {
        link.setAttribute("aria-current", "page");
      }
      item.append(link);
      open[page[2]].append(item);
      var next = list.pages[i + 1];
      if (next && next[2] > page[2]) {
        var part = document.createElement("details");
        var mark = document.createElement("summary");
        var pages = document.createElement("ul");
        mark.setAttribute("aria-label", below.replace("{0}", page[1]));
        part.open = list.pages.length <= OPEN_MAX || way[i] === true;
        part.append(mark, pages);
        item.append(part);
        open[page[2] + 1] = pages;
      }
    });
    place.querySelector("ul").replaceWith(top);
  }

  // The bar names the commit of the wiki; a page that stayed as it was says since when.
  function tellCommit() {
    var label = document.querySelector(".commit code");
    if (label) {
      label.textContent = list.at;
    }
    var written = list.pages[at][3];
    var line = document.getElementById("written");
    if (written && line) {
      line.append(" " + line.getAttribute("data-since").replace("{0}", list.at));
    }
  }

  if (list) {
    self.addEventListener("DOMContentLoaded", tellCommit);
  }

  // The first page has the upper levels in its file; the rest of a large tree comes after it is drawn.
  if (more) {
    self.addEventListener("load", function () {
      var known = list;
      var script = document.createElement("script");
      script.src = base + "assets/pages.js";
      script.addEventListener("load", function () {
        list = self.aiwikiPages;
        at = position();
        if (at >= 0) {
          showAll();
          if (!known) {
            tellCommit();
          }
        }
      });
      document.head.appendChild(script);
    });
  } else if (!first) {
    showAll();
  }
})();
