// Shows one citation among the lines a page cites: the part of the address after # names it. Inside the
// page that cites them the file stands in a frame, and only the block with the citation is shown.
(function () {
  "use strict";
  var root = document.documentElement;
  var framed = self !== top;
  var places = document.querySelectorAll(".at");

  function show() {
    var name = location.hash.slice(1);
    var anchor = name ? document.getElementById(name) : null;
    var figure = anchor && anchor.closest("figure");
    if (!figure) {
      return;
    }
    var wanted = name.replace("e-", "");
    var ref = figure.querySelector('.ref[data-evidence="' + wanted + '"]');
    var range = ref ? ref.getAttribute("data-lines").split("-") : ["0", "0"];
    var all = document.querySelectorAll("figure.source");
    for (var i = 0; i < all.length; i++) {
      all[i].hidden = framed && all[i] !== figure;
    }
    var refs = figure.querySelectorAll(".ref");
    for (var k = 0; k < refs.length; k++) {
      refs[k].hidden = framed && refs[k] !== ref;
    }
    var lines = figure.querySelectorAll(".l");
    var first = null;
    for (var j = 0; j < lines.length; j++) {
      var number = Number(lines[j].getAttribute("data-line"));
      var cited = number >= Number(range[0]) && number <= Number(range[1]);
      lines[j].classList.toggle("cited", cited);
      first = first || (cited ? lines[j] : null);
    }
    if (first) {
      var code = figure.querySelector("pre");
      code.scrollTop += first.getBoundingClientRect().top - code.getBoundingClientRect().top - code.clientHeight / 3;
    }
  }

  if (framed) {
    root.classList.add("framed");
    var links = document.querySelectorAll("a");
    for (var n = 0; n < links.length; n++) {
      links[n].target = "_top";
    }
    document.addEventListener("keydown", function (event) {
      if (event.key === "Escape") {
        parent.postMessage("aiwiki-close", "*");
      }
    });
  }
  if (places.length) {
    show();
    self.addEventListener("hashchange", show);
  }
})();
