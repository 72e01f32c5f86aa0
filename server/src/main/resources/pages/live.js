// What pages do while they are open. Without it they are forms and links, and work the same.
(function () {
  "use strict";

  var TOLD = [
    "stage", "page", "usage", "note", "state", "planned", "step", "looked", "learned", "writing"
  ];

  // data-events names a stream. Whatever it tells, the part of the page named by data-part comes anew.
  function watch(place) {
    var waiting = 0;
    var source = new EventSource(place.getAttribute("data-events"));
    function anew() {
      waiting = 0;
      window.htmx.trigger(place.getAttribute("data-part"), "told");
    }
    TOLD.forEach(function (kind) {
      source.addEventListener(kind, function () {
        if (!waiting) {
          waiting = window.setTimeout(anew, 250);
        }
      });
    });
    // What is watched was deleted: the page itself says so.
    source.addEventListener("gone", function () {
      source.close();
      window.location.reload();
    });
  }

  function text(value) {
    return document.createTextNode(value);
  }

  // Reads a stream of events from an answer to a form, which EventSource cannot send.
  function read(response, told) {
    var reader = response.body.getReader();
    var decoder = new TextDecoder();
    var buffer = "";
    function next() {
      return reader.read().then(function (part) {
        buffer += decoder.decode(part.value || new Uint8Array(0), { stream: !part.done });
        var events = buffer.split("\n\n");
        buffer = events.pop();
        events.forEach(function (event) {
          var kind = /^event: (.*)$/m.exec(event);
          var data = /^data: (.*)$/m.exec(event);
          if (kind && data) {
            told(kind[1], JSON.parse(data[1]));
          }
        });
        return part.done ? undefined : next();
      });
    }
    return next();
  }

  // Keeps the answer before as a part of the conversation, and makes room for the next.
  function begin(answer, question) {
    if (answer.childElementCount) {
      var before = document.createElement("section");
      before.className = "turn";
      while (answer.firstChild) {
        before.appendChild(answer.firstChild);
      }
      answer.parentNode.insertBefore(before, answer);
    }
    var asked = document.createElement("p");
    asked.className = "question";
    asked.appendChild(text(question));
    answer.appendChild(asked);
    answer.hidden = false;
  }

  // The markup is the server's own: every word of the answer is escaped there.
  function line(answer, data) {
    var block = answer.lastElementChild;
    if (data.begins || !block || block.className === "question") {
      block = document.createElement(data.begins === "heading" ? "h2" : "p");
      if (data.begins === "item") {
        block.className = "item";
      }
      answer.appendChild(block);
    }
    var said = document.createElement("span");
    said.id = "line-" + data.number;
    said.innerHTML = data.html;
    block.appendChild(said);
    block.appendChild(text(" "));
  }

  function ask(form) {
    var answer = document.getElementById(form.getAttribute("data-ask"));
    var status = document.getElementById("asking");
    var button = form.querySelector("button");

    function end(message) {
      button.disabled = false;
      answer.removeAttribute("aria-busy");
      status.textContent = message;
      status.className = message ? "problem" : "soft";
    }

    function told(kind, data) {
      if (kind === "found" || kind === "looked") {
        status.textContent = data.text;
      } else if (kind === "line") {
        line(answer, data);
      } else if (kind === "struck") {
        document.getElementById("line-" + data.number).innerHTML = data.html;
      } else if (kind === "answer") {
        answer.innerHTML = data.html;
        form.elements.conversation.value = data.conversation;
        form.elements.question.value = "";
        window.history.replaceState(null, "", form.action + "?conversation=" + data.conversation);
        end("");
      } else if (kind === "problem") {
        end(data.text);
      }
    }

    form.addEventListener("submit", function (event) {
      event.preventDefault();
      var body = new URLSearchParams(new FormData(form));
      begin(answer, form.elements.question.value);
      button.disabled = true;
      answer.setAttribute("aria-busy", "true");
      status.className = "soft";
      status.textContent = form.getAttribute("data-looking");
      window
        .fetch(form.action, {
          method: "POST", headers: { Accept: "text/event-stream" }, body: body
        })
        .then(function (response) {
          var kind = response.headers.get("Content-Type") || "";
          if (kind.indexOf("text/event-stream") !== 0) {
            return response.text().then(function (said) {
              end(kind.indexOf("text/plain") === 0 ? said : form.getAttribute("data-refused"));
            });
          }
          return read(response, told);
        })
        .then(function () {
          if (button.disabled) {
            end(form.getAttribute("data-broken"));
          }
        })
        .catch(function () {
          end(form.getAttribute("data-away"));
        });
    });

    // Typed on a page of the wiki. Coming back here later asks nothing again.
    if (form.hasAttribute("data-now") && window.location.search) {
      window.addEventListener("load", function () {
        window.history.replaceState(null, "", form.action);
        form.requestSubmit();
      });
    }
  }

  document.querySelectorAll("[data-events]").forEach(watch);
  if (window.fetch && window.ReadableStream) {
    document.querySelectorAll("form[data-ask]").forEach(ask);
  }
})();
