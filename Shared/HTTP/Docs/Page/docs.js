"use strict";
// Shows ./openapi.json and sends requests to the service that this page comes from. Everything that is shown goes
// through textContent: nothing that was fetched is ever read as HTML.
(() => {
  const byId = (id) => document.getElementById(id);
  const root = location.pathname.replace(/\/docs\/?$/, "");
  const shownBytes = 200000;
  const methods = ["get", "post", "put", "patch", "delete"];
  let description = {};

  // An element with attributes and children; texts become text nodes.
  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) {
      if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
      else if (value === true) element.setAttribute(key, "");
      else if (value !== false && value !== undefined && value !== null) element.setAttribute(key, value);
    }
    element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
    return element;
  }

  // What a "$ref" stands for, with what is said beside it.
  function resolve(value) {
    let result = value || {};
    for (let hops = 0; result.$ref && hops < 8; hops += 1) {
      const { $ref, ...beside } = result;
      const target = $ref.replace(/^#\//, "").split("/").reduce((at, part) =>
        (at || {})[part.replace(/~1/g, "/").replace(/~0/g, "~")], description);
      result = { ...(target || {}), ...beside };
    }
    return result;
  }

  // ---- Texts: the small part of Markdown that descriptions use

  function inline(text) {
    return String(text).split(/(`[^`]+`|\*\*[^*]+\*\*)/).map((part) => {
      if (/^`.+`$/.test(part)) return make("code", {}, part.slice(1, -1));
      if (/^\*\*.+\*\*$/.test(part)) return make("strong", {}, part.slice(2, -2));
      return part;
    });
  }

  function row(line, cell) {
    const cells = line.replace(/^\||\|$/g, "").split("|");
    return make("tr", {}, cells.map((text) => make(cell, {}, inline(text.trim()))));
  }

  function prose(text) {
    return String(text || "").split(/\n{2,}/).filter((block) => block.trim()).map((block) => {
      const lines = block.split("\n");
      if (/^#+ /.test(block)) return make("h3", {}, inline(block.replace(/^#+ /, "")));
      if (lines.every((line) => /^(- |\s)/.test(line))) {
        const items = block.split(/\n?^- /m).filter(Boolean);
        return make("ul", {}, items.map((item) => make("li", {}, inline(item))));
      }
      if (lines.length > 1 && lines.every((line) => line.startsWith("|"))) {
        return make("div", { class: "scroll" }, make("table", {},
          make("thead", {}, row(lines[0], "th")),
          make("tbody", {}, lines.slice(2).map((line) => row(line, "td")))));
      }
      return make("p", {}, inline(block));
    });
  }

  // ---- Schemas

  function kindOf(raw) {
    const schema = resolve(raw);
    const choice = schema.oneOf || schema.anyOf;
    if (choice) return choice.map(kindOf).join(" or ");
    let kind = [].concat(schema.type || "any").join(" or ");
    if (schema.type === "array") kind = `list of ${kindOf(schema.items)}`;
    if (schema.type === "object" && schema.additionalProperties) kind = `map to ${kindOf(schema.additionalProperties)}`;
    return schema.format ? `${kind} (${schema.format})` : kind;
  }

  function boundsOf(raw) {
    const schema = resolve(raw);
    const parts = [];
    const between = (low, high, unit) => {
      if (low !== undefined && high !== undefined) parts.push(`${low} to ${high}${unit}`);
      else if (low !== undefined) parts.push(`at least ${low}${unit}`);
      else if (high !== undefined) parts.push(`at most ${high}${unit}`);
    };
    between(schema.minimum, schema.maximum, "");
    between(schema.minLength, schema.maxLength, " characters");
    between(schema.minItems, schema.maxItems, " values");
    if (schema.enum && schema.enum.length === 1) parts.push(`always ${schema.enum[0]}`);
    else if (schema.enum && schema.enum.length <= 12) parts.push(`one of ${schema.enum.join(", ")}`);
    else if (schema.enum) parts.push(`one of ${schema.enum.length} such as ${schema.enum.slice(0, 4).join(", ")}`);
    if (schema.pattern) parts.push(`matches ${schema.pattern}`);
    if (schema.default !== undefined) parts.push(`default ${[].concat(schema.default).join(",")}`);
    if (schema.type === "array") { const each = boundsOf(schema.items); if (each) parts.push(`each ${each}`); }
    return parts.join("; ");
  }

  // One name with what it stands for; a mark says that it must be sent, or need not be there.
  function fact(name, raw, mark, text) {
    const schema = resolve(raw);
    const bounds = boundsOf(raw);
    return make("div", {},
      make("dt", {}, make("code", {}, name), mark ? make("span", { class: `mark ${mark}` }, ` ${mark}`) : null,
        make("span", { class: "kind" }, kindOf(raw))),
      make("dd", {}, inline(text === undefined ? schema.description || "" : text),
        bounds ? make("span", { class: "kind" }, bounds) : null, nested(schema)));
  }

  // The members of an object, of a list's elements, of a map's values; opened on demand.
  function nested(raw, depth = 0) {
    const schema = resolve(raw);
    if (depth > 6) return null;
    if (schema.type === "array") return nested(schema.items, depth + 1);
    const choice = (schema.oneOf || schema.anyOf || schema.allOf || []).map(resolve).find((one) => one.properties);
    if (choice) return nested(choice, depth + 1);
    if (schema.additionalProperties && schema.additionalProperties !== true) {
      return nested(schema.additionalProperties, depth + 1);
    }
    if (!schema.properties) return null;
    return lazily("Members", () => members(schema, "facts nested"));
  }

  // What is sent is marked where it is required; what is answered, where it may be absent.
  function members(schema, style, isSent = false) {
    const required = schema.required || [];
    return make("dl", { class: style }, Object.entries(schema.properties || {}).map(([name, member]) =>
      fact(name, member, required.includes(name) === isSent && (isSent ? "required" : "optional"))));
  }

  function lazily(title, fill, style = "more") {
    const box = make("details", { class: style }, make("summary", {}, title));
    box.addEventListener("toggle", () => {
      if (box.open && box.childElementCount === 1) box.append(...[].concat(fill()));
    });
    return box;
  }

  // ---- Operations

  // A path that may be broken before its slashes.
  const breakable = (path) => path.split(/(?=\/)/).flatMap((part) => [make("wbr"), part]);

  const pretty = (value) => typeof value === "string" ? value : JSON.stringify(value, null, 2);

  function answers(operation) {
    return Object.entries(operation.responses || {}).map(([status, raw]) => {
      const response = resolve(raw);
      const kind = `code${status[0]}`;
      const title = [make("span", { class: kind }, status), " ",
        ...inline((response.description || "").split("\n")[0])];
      return lazily(make("span", {}, title), () => answer(response), "answer");
    });
  }

  function answer(response) {
    const parts = prose((response.description || "").split("\n").slice(1).join("\n"));
    for (const [type, content] of Object.entries(response.content || {})) {
      parts.push(make("p", {}, make("code", {}, type)));
      const schema = resolve(content.schema);
      if (schema.properties) parts.push(members(schema, "facts"));
      else if (content.schema) parts.push(make("p", { class: "kind" }, kindOf(schema)), nested(schema) || "");
      for (const [name, example] of Object.entries(content.examples || {})) {
        const shown = resolve(example);
        parts.push(lazily(`Example: ${shown.summary || name}`, () => make("pre", { tabindex: "0" }, pretty(shown.value))));
      }
    }
    const headers = Object.entries(response.headers || {}).map(([name, raw]) => {
      const header = resolve(raw);
      return fact(name, header.schema, !header.required && "optional", header.description);
    });
    if (headers.length) parts.push(lazily("Headers", () => make("dl", { class: "facts nested" }, headers)));
    return parts;
  }

  function operationBox(method, path, operation) {
    const scopes = (operation.security || []).flatMap((one) => Object.values(one).flat());
    const box = make("details", { class: "operation", id: operation.operationId },
      make("summary", {},
        make("span", { class: `method ${method}` }, method.toUpperCase()), make("code", { class: "path" }, breakable(path)), " ",
        scopes.length ? make("span", { class: "lock" }, `key: ${scopes.join(", ")}`) : null,
        make("span", { class: "short" }, operation.summary || "")));
    box.addEventListener("toggle", () => {
      if (!box.open || box.childElementCount > 1) return;
      const parameters = (operation.parameters || []).map(resolve);
      const body = operation.requestBody && resolve(operation.requestBody);
      const form = tryForm(method, path, operation, parameters, body);
      const heading = make("h3", { tabindex: "-1" }, "Try it");
      const inside = make("div", { class: "inside" }, prose(operation.description));
      if (parameters.length || body) {
        inside.append(make("button", { type: "button", onclick: () => {
          heading.scrollIntoView();
          heading.focus({ preventScroll: true });
        } }, "Go to Try it"));
      }
      inside.append(make("h3", {}, "Parameters"));
      inside.append(parameters.length
        ? make("dl", { class: "facts" }, parameters.map((one) => fact(
          one.in === "query" ? one.name : `${one.name} (${one.in})`, one.schema, one.required && "required", one.description)))
        : make("p", { class: "none" }, "None."));
      if (body) {
        inside.append(make("h3", {}, "Body (JSON)"),
          members(resolve(body.content["application/json"].schema), "facts", true));
      }
      inside.append(heading, form);
      inside.append(make("h3", {}, "Answers"), ...answers(operation));
      box.append(inside);
    });
    return box;
  }

  // ---- Trying

  const listed = (value) => (value === undefined || value === null ? "" : [].concat(value).join(","));

  function exampleOf(parameter) {
    const schema = resolve(parameter.schema);
    const named = Object.values(parameter.examples || {}).map((one) => resolve(one).value);
    return listed([parameter.example, ...named, schema.example, ...(schema.examples || [])]
      .find((value) => value !== undefined));
  }

  function inputFor(parameter, id) {
    const schema = resolve(parameter.schema);
    const standard = listed(schema.default);
    const example = exampleOf(parameter);
    const values = schema.type === "boolean" ? [true, false] : schema.enum;
    const isNeeded = parameter.required === true;
    if (values && values.length <= 40) {
      return make("select", { id },
        isNeeded ? null : make("option", { value: "" }, standard ? `${standard} (default)` : "not sent"),
        values.map((value) => make("option", { value: String(value) }, String(value))));
    }
    return make("input", { id, autocomplete: "off", autocapitalize: "off", spellcheck: "false",
      placeholder: standard ? `${standard} (default)` : example && `such as ${example}` });
  }

  // The requests that the examples of good answers say they come from ("What it is: GET /path?name=value"), each with
  // its parameters by place and name.
  function exampleRequests(method, path, operation) {
    const names = [...path.matchAll(/{([^}]+)}/g)].map((one) => one[1]);
    const plain = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    const shape = new RegExp(`${path.split(/{[^}]+}/).map(plain).join("([^/]+)")}$`);
    const found = [];
    const good = Object.entries(operation.responses || {}).filter(([status]) => status.startsWith("2"));
    const examples = good.flatMap(([, response]) => Object.values(resolve(response).content || {}))
      .flatMap((content) => Object.values(content.examples || {})).map(resolve);
    for (const { summary = "", description: more = "" } of examples) {
      const said = `${summary}\n${more}`;
      const match = new RegExp(`\\b${method}\\s+((?:https?:/)?/[^\\s\`"'<>]*)`, "i").exec(said);
      if (!match) continue;
      try {
        const target = new URL(match[1].replace(/[.,;:)]+$/, ""), location.origin);
        const fit = shape.exec(decodeURI(target.pathname));
        if (!fit) continue;
        const values = {};
        names.forEach((name, index) => { values[`path ${name}`] = decodeURIComponent(fit[index + 1]); });
        for (const name of target.searchParams.keys()) {
          values[`query ${name}`] = target.searchParams.getAll(name).join(",");
        }
        const title = said.slice(0, match.index).trim().replace(/[\s:]+$/, "");
        found.push({ title: title || target.pathname + target.search, values });
      } catch { /* no address after all */ }
    }
    return found;
  }

  const shellQuoted = (text) => `'${String(text).replace(/'/g, "'\\''")}'`;

  function tryForm(method, path, operation, parameters, body) {
    const fields = parameters.map((parameter) => {
      const id = `${operation.operationId}-${parameter.in}-${parameter.name}`;
      return { parameter, input: inputFor(parameter, id), id };
    });
    const text = body ? make("textarea", { id: `${operation.operationId}-body`, spellcheck: "false" }) : null;
    const requests = exampleRequests(method, path, operation);
    const bodies = body ? Object.entries(body.content["application/json"].examples || {}).map(([name, one]) => {
      const { summary, value } = resolve(one);
      return { title: summary || name, body: pretty(value), value };
    }) : [];
    function leastBody() {
      const needed = resolve(body.content["application/json"].schema).required || [];
      const known = Object.entries((bodies.length && bodies[0].value) || {});
      return pretty(Object.fromEntries(known.filter(([name]) => needed.includes(name))));
    }
    for (const one of bodies) {
      const same = requests.find(({ title }) => title === one.title);
      if (same) same.body = one.body;
      else requests.push({ values: {}, ...one });
    }
    // What the form is filled with: an example, or no more than must be sent.
    const choice = requests.length ? make("select", { id: `${operation.operationId}-example` },
      requests.map(({ title }, index) => make("option", { value: String(index) }, title)),
      make("option", { value: "required" }, "Only what is required"),
      make("option", { value: "own", hidden: true }, "Own values")) : null;
    function fill({ values = {}, body: sent } = {}) {
      for (const { parameter, input } of fields) {
        const value = values[`${parameter.in} ${parameter.name}`];
        const needed = parameter.required ? exampleOf(parameter) || listed(resolve(parameter.schema).default) : "";
        input.value = value === undefined ? needed : value;
        if (input.selectedIndex === -1) input.selectedIndex = 0;
      }
      if (text) text.value = sent || leastBody();
    }
    fill(requests[0]);
    const curl = make("pre", { tabindex: "0", "aria-label": "The same request with curl" });
    const status = make("p", { role: "status" });
    const answer = make("div");
    const result = make("div", { class: "result" }, status, answer);
    const send = make("button", { type: "submit", class: "main" }, "Send");
    const stop = make("button", { type: "button", hidden: true }, "Stop");
    const again = make("button", { type: "button", hidden: true }, "Send with this ETag");
    const copy = make("button", { type: "button", onclick: async () => {
      try { await navigator.clipboard.writeText(curl.textContent); copy.textContent = "Copied"; }
      catch { getSelection().selectAllChildren(curl); copy.textContent = "Selected"; }
      setTimeout(() => { copy.textContent = "Copy curl"; }, 1500);
    } }, "Copy curl");
    const form = make("form", { novalidate: true, "aria-label": `Try ${method.toUpperCase()} ${path}` },
      choice ? make("label", { class: "field", for: choice.id }, "Start from", choice) : null,
      fields.length ? make("div", { class: "fields" }, fields.map(({ parameter, input, id }) =>
        make("label", { class: "field", for: id },
          make("span", {}, parameter.name, parameter.required ? make("span", { class: "mark required" }, " required") : null),
          input))) : null,
      text ? make("label", { class: "field", for: text.id }, "Body", text) : null,
      make("div", { class: "actions" }, send, stop, again, copy), result, curl);

    function request() {
      let target = path;
      const query = [];
      const headers = {};
      for (const { parameter, input } of fields) {
        if (input.value === "") continue;
        const value = encodeURIComponent(input.value).replace(/%2C/g, ",");
        if (parameter.in === "path") target = target.replace(`{${parameter.name}}`, value);
        else if (parameter.in === "query") query.push(`${encodeURIComponent(parameter.name)}=${value}`);
        else headers[parameter.name] = input.value;
      }
      const key = byId("key").value.trim().replace(/^Bearer\s+/i, "");
      if (key) headers.Authorization = `Bearer ${key}`;
      if (text) headers["Content-Type"] = "application/json";
      return {
        url: root + target + (query.length ? `?${query.join("&")}` : ""), headers, body: text ? text.value : undefined,
      };
    }

    function showCurl() {
      const { url, headers, body: sent } = request();
      const parts = ["curl --include"];
      if (method !== "get") parts.push(`--request ${method.toUpperCase()}`);
      for (const [name, value] of Object.entries(headers)) {
        const shown = name === "Authorization" ? "Bearer $KEY" : value;
        parts.push(name === "Authorization" ? `--header "${name}: ${shown}"` : `--header ${shellQuoted(`${name}: ${shown}`)}`);
      }
      if (sent !== undefined) parts.push(`--data ${shellQuoted(sent)}`);
      parts.push(shellQuoted(location.origin + url));
      curl.textContent = parts.join(" ");
    }

    // A button that goes away must not take the focus with it.
    function hide(button, isHidden) {
      if (isHidden && document.activeElement === button) send.focus();
      button.hidden = isHidden;
    }

    let tag = "";
    let isSending = false;
    async function run(extra) {
      if (isSending) return;
      isSending = true;
      const { url, headers, body: sent } = request();
      const control = new AbortController();
      stop.onclick = () => control.abort();
      send.setAttribute("aria-disabled", "true");
      again.setAttribute("aria-disabled", "true");
      answer.setAttribute("aria-busy", "true");
      stop.hidden = false;
      status.replaceChildren("Waiting…");
      const start = performance.now();
      try {
        const response = await fetch(url, {
          method: method.toUpperCase(), headers: { ...headers, ...extra }, body: sent, cache: "no-store",
          credentials: "omit", signal: control.signal,
        });
        tag = response.headers.get("ETag") || "";
        hide(again, method !== "get" || !tag);
        await showAnswer(response, status, answer, start);
      } catch (error) {
        const isStop = error.name === "AbortError";
        status.replaceChildren(isStop ? "Stopped." : make("span", { class: "code5" }, `No answer: ${error.message}`));
        if (answer.getAttribute("aria-busy")) answer.replaceChildren();
      } finally {
        isSending = false;
        send.removeAttribute("aria-disabled");
        again.removeAttribute("aria-disabled");
        answer.removeAttribute("aria-busy");
        hide(stop, true);
        // What came is brought into view, no further than its first lines need.
        const { top, bottom } = status.getBoundingClientRect();
        scrollBy(0, Math.max(0, Math.min(bottom + 240 - innerHeight, top - 16)));
      }
    }

    form.addEventListener("submit", (event) => { event.preventDefault(); run({}); });
    again.addEventListener("click", () => run({ "If-None-Match": tag }));
    form.addEventListener("input", (event) => {
      if (choice && event.target !== choice) choice.value = "own";
      else if (choice && choice.value !== "own") fill(requests[choice.value]);
      showCurl();
    });
    byId("key").addEventListener("input", showCurl);
    showCurl();
    return form;
  }

  async function showAnswer(response, status, answer, start) {
    const took = () => `${Math.round(performance.now() - start)} ms`;
    const type = response.headers.get("Content-Type") || "";
    const say = (more) => status.replaceChildren(
      make("span", { class: `code${String(response.status)[0]}` }, `${response.status} ${response.statusText}`),
      ` in ${took()}${more}`);
    const names = ["etag", "cache-control", "content-type", "retry-after", "x-correlation-id"];
    const all = [...response.headers].sort(([one], [other]) =>
      (names.includes(other) || other.startsWith("x-ratelimit")) - (names.includes(one) || one.startsWith("x-ratelimit")));
    const body = make("pre", { tabindex: "0", "aria-label": "Body of the answer" });
    answer.replaceChildren(body, make("details", { class: "more" }, make("summary", {}, `Headers (${all.length})`),
      make("pre", { tabindex: "0", "aria-label": "Headers of the answer" },
        all.map(([name, value]) => `${name}: ${value}`).join("\n"))));
    answer.removeAttribute("aria-busy");
    if (type.startsWith("image/")) {
      const picture = await response.blob();
      const url = URL.createObjectURL(picture);
      say(`, ${picture.size.toLocaleString("en")} bytes`);
      body.replaceWith(make("img", { src: url, alt: "The picture that was answered",
        onload: () => URL.revokeObjectURL(url) }));
      return;
    }
    let text = "";
    const decoder = new TextDecoder();
    const reader = response.body && response.body.getReader();
    if (type.startsWith("text/event-stream")) say(", still coming");
    while (reader) {
      const { value, done } = await reader.read();
      if (done) break;
      text += decoder.decode(value, { stream: true });
      if (type.startsWith("text/event-stream")) body.textContent = text;
      if (text.length > shownBytes) { await reader.cancel(); break; }
    }
    say(`, ${text.length.toLocaleString("en")} characters`);
    const isWhole = text.length <= shownBytes;
    if (isWhole && type.startsWith("application/json")) text = indented(text);
    body.textContent = text ? text.slice(0, shownBytes) + (isWhole ? "" : "\n… cut here") : "(no body)";
  }

  // JSON with line breaks, every number as it was sent: reading it into numbers would lose digits.
  function indented(text) {
    let result = "";
    let depth = 0;
    const breakLine = () => `\n${"  ".repeat(depth)}`;
    for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g)) {
      if (token === "{" || token === "[") { depth += 1; result += token + breakLine(); }
      else if (token === "}" || token === "]") {
        depth -= 1;
        result = /[{[]\s*$/.test(result) ? result.trimEnd() + token : result + breakLine() + token;
      } else if (token === ",") result += token + breakLine();
      else result += token === ":" ? ": " : token;
    }
    return result;
  }

  // ---- The page

  function show() {
    const { info = {}, paths = {}, tags = [] } = description;
    document.title = `${info.title || "API"} API`;
    byId("title").textContent = info.title || "API";
    byId("version").textContent = info.version || "";
    const all = Object.entries(paths).flatMap(([path, item]) =>
      methods.filter((method) => item[method]).map((method) => ({ path, method, operation: item[method] })));
    const contents = [];
    const main = [lazily("About this API, and its errors", () => prose(info.description))];
    const entries = [];
    for (const { name } of tags) {
      const own = all.filter(({ operation }) => (operation.tags || [])[0] === name);
      const links = own.map(({ path, method, operation }) => make("li", {}, make("a", { href: `#${operation.operationId}` },
        make("span", { class: `method ${method}` }, method.toUpperCase()), make("span", {}, breakable(path)))));
      const boxes = own.map(({ path, method, operation }) => operationBox(method, path, operation));
      const part = make("section", { "aria-label": name }, make("h2", {}, name), boxes);
      const list = make("div", {}, make("h2", {}, name), make("ul", {}, links));
      contents.push(list);
      main.push(part);
      own.forEach(({ path, method, operation }, index) => entries.push({
        words: [method, path, operation.summary, operation.description,
          ...(operation.parameters || []).map((one) => resolve(one).name)].join(" ").toLowerCase(),
        parts: [boxes[index], links[index]], groups: [part, list],
      }));
    }
    const none = make("p", { class: "none", hidden: true, role: "status" }, "No route has all these words.");
    byId("operations").replaceChildren(...main, none);
    byId("contents").hidden = byId("controls").hidden = false;
    byId("contents").replaceChildren(isNarrow() ? lazily("Routes", () => contents) : make("div", {}, contents));
    byId("search").addEventListener("input", (event) => {
      const words = event.target.value.toLowerCase().split(/\s+/).filter(Boolean);
      const groups = new Map();
      for (const entry of entries) {
        const fits = words.every((word) => entry.words.includes(word));
        for (const part of entry.parts) part.hidden = !fits;
        for (const group of entry.groups) groups.set(group, groups.get(group) || fits);
      }
      for (const [group, fits] of groups) group.hidden = !fits;
      none.hidden = [...groups.values()].some(Boolean);
    });
    openNamed();
  }

  const isNarrow = () => matchMedia("(max-width: 56rem)").matches;

  // Opens the operation that the address names.
  function openNamed() {
    const box = byId(decodeURIComponent(location.hash.slice(1)));
    if (!box || !box.classList.contains("operation")) return;
    box.open = true;
    box.scrollIntoView();
    box.querySelector("summary").focus({ preventScroll: true });
  }

  const themes = ["auto", "light", "dark"];
  function setTheme(theme) {
    if (theme === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    byId("theme").textContent = `Colours: ${theme}`;
    try { localStorage.setItem("docs-theme", theme); } catch { /* a browser that keeps nothing */ }
  }
  let theme = "auto";
  try { theme = localStorage.getItem("docs-theme") || "auto"; } catch { /* likewise */ }
  setTheme(themes.includes(theme) ? theme : "auto");
  byId("theme").addEventListener("click", () => {
    theme = themes[(themes.indexOf(theme) + 1) % themes.length];
    setTheme(theme);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (byId("controls").hidden || /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) return;
    event.preventDefault();
    byId("search").focus();
  });
  addEventListener("hashchange", openNamed);
  // A link to what the address names already changes nothing there, and opens it all the same.
  byId("contents").addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link && link.hash === location.hash) { event.preventDefault(); openNamed(); }
  });

  byId("theme").hidden = false;
  byId("status").textContent = "Reading the description…";
  byId("json-link").href = `${root}/openapi.json`;
  byId("yaml-link").href = `${root}/openapi.yaml`;
  fetch(`${root}/openapi.json`, { credentials: "omit" })
    .then((response) => {
      if (!response.ok) throw new Error(`status ${response.status}`);
      return response.json();
    })
    .then((document) => { description = document; show(); })
    .catch((error) => {
      byId("status").textContent = `The description could not be read: ${error.message}. Reload to try again.`;
    });
})();
