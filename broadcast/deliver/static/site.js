// The pages' clock and players. It knows no language: every word comes from <body data-words>.
(function () {
  "use strict";
  var body = document.body;
  var campaign = window.BROADCAST;
  var words = JSON.parse(body.dataset.words);
  var root = body.dataset.root;
  var query = location.search.indexOf("lang=") < 0 ? "" : location.search;

  function all(selector, within) {
    return Array.prototype.slice.call((within || document).querySelectorAll(selector));
  }
  function one(selector, within) {
    return (within || document).querySelector(selector);
  }
  function fill(pattern, values) {
    return pattern.replace(/\{(\w+)\}/g, function (whole, name) {
      return name in values ? values[name] : whole;
    });
  }
  function show(element, text) {
    if (element && element.textContent !== text) element.textContent = text;
  }
  function dayOf(seconds) { // the date in the campaign's zone, whatever the machine's
    return new Intl.DateTimeFormat("en-CA", { timeZone: campaign.zone, year: "numeric", month: "2-digit", day: "2-digit" })
      .format(new Date(seconds * 1000));
  }
  function hourOf(seconds) {
    return new Intl.DateTimeFormat("en-GB", { timeZone: campaign.zone, hour: "2-digit", minute: "2-digit" })
      .format(new Date(seconds * 1000));
  }
  function shortDay(date) { // "Thu 21/11", with the year where it is not the campaign's
    var parts = date.split("-");
    var weekday = new Date(Date.UTC(+parts[0], parts[1] - 1, +parts[2])).getUTCDay();
    var year = parts[0] === campaign.first.slice(0, 4) || parts[0] === campaign.last.slice(0, 4) ? "" : "/" + parts[0];
    return words.weekdays.split("|")[weekday] + " " + (+parts[2]) + "/" + (+parts[1]) + year;
  }
  function shift(date, days) {
    return new Date(Date.parse(date + "T00:00:00Z") + days * 86400000).toISOString().slice(0, 10);
  }
  function two(number) {
    return (number < 10 ? "0" : "") + number;
  }
  function span(seconds) {
    var minutes = Math.floor(seconds / 60);
    var hours = Math.floor(minutes / 60);
    if (hours >= 24) return fill(words.daysHours, { days: Math.floor(hours / 24), hours: hours % 24 });
    if (hours >= 1) return fill(words.hoursMinutes, { hours: hours, minutes: minutes % 60 });
    return fill(words.minutesSeconds, { minutes: minutes, seconds: two(Math.floor(seconds % 60)) });
  }
  function relation(date, today) {
    if (date === today) return words.today;
    if (date === shift(today, 1)) return words.tomorrow;
    if (date === shift(today, -1)) return words.yesterday;
    return "";
  }

  // which day is to be opened: today's, or outside the campaign the first or the last that is made
  function dayToOpen(today) {
    var days = campaign.days;
    if (!days.length) return "";
    if (days.indexOf(today) >= 0) return today;
    if (today < campaign.first && today < days[0]) return days[0];
    if (today > campaign.last && today > days[days.length - 1]) return days[days.length - 1];
    return "";
  }
  function pageOf(date) {
    var station = body.dataset.station;
    return root + date + "/" + (station ? encodeURIComponent(station) + "/" : "") + "index.html" + query;
  }

  function notice(text, link) {
    var box = one(".notice");
    if (!box) return;
    show(one("span", box), text);
    var anchor = one("a", box);
    if (anchor) anchor.hidden = !link;
    if (box.hidden !== !text) box.hidden = !text;
  }

  function place(today) {
    var date = body.dataset.date || "";
    var bounds = { first: shortDay(campaign.first), last: shortDay(campaign.last), date: shortDay(today) };
    var opened = dayToOpen(today);
    if (date && date === today) notice("", false);
    else if (today < campaign.first && (!date || date === opened)) notice(fill(words.before, bounds), false);
    else if (today > campaign.last && (!date || date === opened)) notice(fill(words.after, bounds), false);
    else if (!date) notice(opened ? "" : fill(words.noToday, bounds), false);
    else notice(fill(words.otherDay, bounds), campaign.days.indexOf(today) >= 0);
    all("[data-date] .when, .clock .when").forEach(function (mark) {
      var owner = mark.closest("a[data-date]");
      var text = relation(owner ? owner.dataset.date : date, today);
      mark.hidden = !text;
      mark.classList.toggle("today", text === words.today);
      show(mark, text);
    });
    body.classList.toggle("is-today", date === today);
  }

  function countdown(now, today) {
    var box = one(".next");
    if (!box) return;
    var slot = campaign.slots.filter(function (each) { return now < each[0] + each[1]; })[0];
    box.hidden = !slot;
    if (!slot) return;
    var running = now >= slot[0];
    var day = dayOf(slot[0]);
    show(one(".label", box), running ? words.onAir : day === today ? words.next : fill(words.nextOn, { date: shortDay(day) }));
    show(one(".slot", box), hourOf(slot[0]));
    show(one(".count", box), running
      ? fill(words.left, { time: span(slot[0] + slot[1] - now) })
      : fill(words.in, { time: span(slot[0] - now) }));
    box.classList.toggle("on-air", running);
    var jump = one(".jump", box);
    var card = one('.card[data-start="' + slot[0] + '"]');
    if (jump) jump.hidden = !card;
    if (jump && card) jump.href = "#" + card.id;
    all(".card").forEach(function (card) {
      var start = +card.dataset.start;
      var mine = start === slot[0];
      var turn = one(".turn", card);
      var over = now >= start + Math.max(+card.dataset.seconds, 60);
      var text = mine ? (running ? words.turnOnAir : words.turnNext) : over && day === today && dayOf(start) === today ? words.turnOver : "";
      card.classList.toggle("is-next", mine);
      turn.hidden = !text;
      show(turn, text);
    });
  }

  function lateness(now) { // what is missing when its hour has come is late
    var late = 0;
    function mark(pill) {
      pill.classList.remove("missing");
      pill.classList.add("late");
      show(one("span", pill), words.late);
      one("use", pill).setAttribute("href", "#i-late");
    }
    all("td.missing, td.late").forEach(function (cell) {
      if (now < +cell.dataset.start) return;
      late += 1;
      if (cell.className === "late") return;
      cell.className = "late";
      mark(one(".pill", cell));
    });
    all(".card.missing").forEach(function (card) {
      if (now < +card.dataset.start || card.classList.contains("late")) return;
      card.classList.add("late");
      mark(one(".pill", card));
    });
    var counter = one("[data-count=late]");
    if (!counter || body.dataset.page !== "board") return;
    if (all("nav .strip [aria-current=page]").length && document.querySelectorAll("tbody tr").length === 0) return;
    counter.hidden = !late;
    show(one("strong", counter), String(late));
  }

  function strip(today) {
    var list = one(".days .strip");
    if (!list) return;
    list.textContent = "";
    campaign.days.forEach(function (date) {
      var item = document.createElement("li");
      var link = document.createElement("a");
      link.href = pageOf(date);
      link.textContent = shortDay(date) + (date === today ? " · " + words.today : "");
      if (date === body.dataset.date) link.setAttribute("aria-current", "page");
      item.appendChild(link);
      list.appendChild(item);
    });
    list.hidden = false;
    all(".days .plain").forEach(function (plain) { plain.hidden = true; });
  }

  function night(now) { // what the last night came to, and whether there was one
    var told = window.NIGHT;
    var box = one(".night");
    if (!told || !box) return;
    var list = one(".told", box);
    var calm = [];
    var said = fill(words.nightRan, { time: hourOf(told.began), date: shortDay(dayOf(told.began)) });
    if (told.state !== "made") said += " " + (told.state === "before" ? words.nightBefore : words.nightAfter);
    if (told.troubles) said += " " + fill(words.nightTroubles, { count: told.troubles });
    show(one(".ran", box), said);
    one(".stale", box).hidden = now - told.began < 26 * 3600 || dayOf(now) > campaign.last;
    all("[data-colour]", box).forEach(function (pill) {
      show(one("strong", pill), String(told.counts[pill.dataset.colour]));
    });
    list.textContent = "";
    ["red", "amber", "green"].forEach(function (colour) {
      var pill = one("[data-colour=" + colour + "]", box);
      told.stations.forEach(function (station) {
        if (station.colour !== colour) return;
        if (colour === "green") {
          calm.push(station.name);
          return;
        }
        var item = document.createElement("li");
        var mark = document.createElement("span");
        mark.className = pill.className;
        mark.appendChild(one("svg", pill).cloneNode(true));
        mark.appendChild(one("span", pill).cloneNode(true));
        item.appendChild(mark);
        item.appendChild(document.createElement("strong")).textContent = station.name;
        station.reasons.forEach(function (reason) {
          item.appendChild(document.createElement("p")).textContent = reason;
        });
        list.appendChild(item);
      });
    });
    list.hidden = !list.children.length;
    one("details", box).hidden = !calm.length;
    show(one("summary", box), fill(words.nightGreen, { count: calm.length }));
    show(one("details p", box), calm.join("\n"));
    box.hidden = false;
  }

  function player(card) {
    var audio = one("audio", card);
    if (!audio) return;
    var button = one(".play", card);
    var label = one("span", button);
    var marks = all("[data-at]", card);
    button.hidden = false;
    function start() {
      var playing = audio.play();
      if (playing) playing.catch(function () { /* the error event says it in words */ });
    }
    button.addEventListener("click", function () {
      if (audio.paused) start(); else audio.pause();
    });
    marks.forEach(function (mark) {
      mark.addEventListener("click", function (event) {
        event.preventDefault();
        audio.currentTime = +mark.dataset.at;
        start();
      });
    });
    audio.addEventListener("play", function () {
      all("audio").forEach(function (other) { if (other !== audio) other.pause(); });
    });
    ["play", "pause", "ended"].forEach(function (name) {
      audio.addEventListener(name, function () {
        card.classList.toggle("playing", !audio.paused);
        show(label, audio.paused ? words.listen : words.pause);
      });
    });
    audio.addEventListener("error", function () {
      var say = one(".failed", card) || card.insertBefore(document.createElement("p"), audio);
      say.className = "failed reason";
      say.setAttribute("role", "alert");
      show(say, words.noSound);
    });
    audio.addEventListener("timeupdate", function () {
      var current = null;
      marks.forEach(function (mark) { if (+mark.dataset.at <= audio.currentTime + 0.05) current = mark; });
      marks.forEach(function (mark) {
        if (mark === current && !(audio.paused && audio.currentTime === 0)) mark.setAttribute("aria-current", "true");
        else mark.removeAttribute("aria-current");
      });
    });
  }

  function tick() {
    var now = Math.floor(Date.now() / 1000);
    var today = dayOf(now);
    if (today !== tick.today) {
      tick.today = today;
      place(today);
      strip(today);
      night(now);
    }
    countdown(now, today);
    lateness(now);
  }

  if (!campaign) return; // without the clock the page shows everything as it stands
  var opened = dayToOpen(dayOf(Math.floor(Date.now() / 1000)));
  if ((body.dataset.page === "station" || body.dataset.page === "home") && !location.hash && opened) {
    location.replace(pageOf(opened));
    return;
  }
  body.classList.add("live");
  if (body.dataset.station && location.protocol.indexOf("http") === 0) { // from a disk, browsers refuse it aloud
    var manifest = document.createElement("link");
    manifest.rel = "manifest";
    manifest.href = root + "stations/" + encodeURIComponent(body.dataset.station) + "/app.webmanifest";
    document.head.appendChild(manifest);
  }
  all(".card").forEach(player);
  tick();
  setInterval(tick, 1000);
  document.addEventListener("visibilitychange", tick);
})();
