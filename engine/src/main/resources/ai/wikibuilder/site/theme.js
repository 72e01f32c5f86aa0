// Runs before the page is drawn, so that the chosen colours do not flash.
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.add("script");
  try {
    var theme = localStorage.getItem("aiwiki-theme");
    if (theme === "light" || theme === "dark") {
      root.setAttribute("data-theme", theme);
    }
  } catch (refused) {
    // Storage may be switched off, or absent for files: the system's colours stay.
  }
})();
