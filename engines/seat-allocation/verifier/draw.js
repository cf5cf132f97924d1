/*
 * The rule of the draw, version 1, as docs/draw-rule.md describes it: a second implementation, written from that page
 * alone. It has no dependency and asks no network, so it runs in a page opened from a disk and in Node.js.
 *
 * verify(protocol) recomputes a protocol and names the first difference.
 */
(function (root) {
  'use strict';

  // SHA-256 (FIPS 180-4). The browser's own is asynchronous and missing in pages without a secure origin.

  /** The first 32 bits of the fraction of the k-th root of a number, found in integers. */
  function rootFraction(number, k) {
    const scaled = BigInt(number) << BigInt(32 * k);
    let [low, high] = [0n, 1n << 40n];
    while (high - low > 1n) {
      const middle = (low + high) >> 1n;
      if (middle ** BigInt(k) <= scaled) low = middle;
      else high = middle;
    }
    return Number(low & 0xffffffffn);
  }

  const PRIMES = [];
  for (let number = 2; PRIMES.length < 64; number += 1) if (PRIMES.every((prime) => number % prime)) PRIMES.push(number);
  const START = Uint32Array.from(PRIMES.slice(0, 8), (prime) => rootFraction(prime, 2));
  const ROUND = Uint32Array.from(PRIMES, (prime) => rootFraction(prime, 3));

  const utf8 = new TextEncoder();

  /** The digest of a text, as 64 lowercase hexadecimal digits. */
  function sha256(text) {
    const bytes = utf8.encode(text);
    const blocks = ((bytes.length + 8) >> 6) + 1;
    const words = new Uint32Array(blocks * 16);
    for (let i = 0; i < bytes.length; i += 1) words[i >> 2] |= bytes[i] << (24 - (i & 3) * 8);
    words[bytes.length >> 2] |= 0x80 << (24 - (bytes.length & 3) * 8);
    words[words.length - 2] = Math.floor(bytes.length / 0x20000000);
    words[words.length - 1] = bytes.length << 3;
    const state = Uint32Array.from(START);
    const w = new Uint32Array(64);
    const turn = (x, n) => (x >>> n) | (x << (32 - n));
    for (let at = 0; at < words.length; at += 16) {
      for (let i = 0; i < 16; i += 1) w[i] = words[at + i];
      for (let i = 16; i < 64; i += 1) {
        const a = w[i - 15];
        const b = w[i - 2];
        w[i] = w[i - 16] + (turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)) + w[i - 7] + (turn(b, 17) ^ turn(b, 19) ^ (b >>> 10));
      }
      let [a, b, c, d, e, f, g, h] = state;
      for (let i = 0; i < 64; i += 1) {
        const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + ROUND[i] + w[i]) >>> 0;
        const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) >>> 0;
        h = g; g = f; f = e; e = (d + one) >>> 0;
        d = c; c = b; b = a; a = (one + two) >>> 0;
      }
      [a, b, c, d, e, f, g, h].forEach((value, i) => { state[i] += value; });
    }
    return Array.from(state, (value) => value.toString(16).padStart(8, '0')).join('');
  }

  const digestOfLines = (lines) => sha256(lines.map((line) => line + '\n').join(''));

  /** What is wrong with a protocol: where, and what was expected. */
  class Difference extends Error {
    constructor(field, line, expected, found) {
      super(`${field}${line === null ? '' : `, line ${line + 1}`}: expected ${expected}, found ${found}`);
      Object.assign(this, { field, line, expected, found });
    }
  }

  // Section 1: names and numbers in lines.

  /** The bytes of a written name; null if it is not written as the rule says. */
  function bytesOfName(word) {
    if (!/^(?:[A-Za-z0-9._~-]|%[0-9A-F]{2})+$/.test(word) || word === '-') return null;
    const bytes = [];
    for (let i = 0; i < word.length; i += 1) {
      if (word[i] === '%') {
        const byte = parseInt(word.slice(i + 1, i + 3), 16);
        const plain = /[A-Za-z0-9._~-]/.test(String.fromCharCode(byte));
        if (plain && word !== '%2D') return null;
        bytes.push(byte);
        i += 2;
      } else {
        bytes.push(word.charCodeAt(i));
      }
    }
    return bytes;
  }

  const isName = (word) => bytesOfName(word) !== null;
  const isNumber = (word) => /^(?:0|[1-9][0-9]{0,14})$/.test(word);
  const isToken = (word) => /^[0-9a-f]{32}$/.test(word);
  const isDigest = (word) => typeof word === 'string' && /^[0-9a-f]{64}$/.test(word);

  function compareBytes(a, b) {
    for (let i = 0; i < Math.min(a.length, b.length); i += 1) if (a[i] !== b[i]) return a[i] - b[i];
    return a.length - b.length;
  }

  const compareText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

  function compareLists(a, b) {
    for (let i = 0; i < Math.min(a.length, b.length); i += 1) if (a[i] !== b[i]) return compareText(a[i], b[i]);
    return a.length - b.length;
  }

  /** Writes a text as a name. */
  function nameOf(text) {
    if (text === '-') return '%2D';
    return Array.from(utf8.encode(text), (byte) => {
      const letter = String.fromCharCode(byte);
      return /[A-Za-z0-9._~-]/.test(letter) ? letter : '%' + byte.toString(16).toUpperCase().padStart(2, '0');
    }).join('');
  }

  // Section 3: the rule's parameters.

  function readRules(lines) {
    const wrong = (line, expected) => new Difference('rules', line, expected, String(lines[line]));
    if (!Array.isArray(lines) || lines.length !== 5) throw new Difference('rules', null, 'five lines', String(lines && lines.length));
    if (lines[0] !== 'rule 1') throw wrong(0, 'rule 1');
    const policy = /^policy (neutral|together-first|siblings-first)$/.exec(lines[1]);
    if (!policy) throw wrong(1, 'a known policy');
    const limit = (line, word, least, most) => {
      const [name, number, ...more] = String(lines[line]).split(' ');
      if (name !== word || more.length || !isNumber(number || '') || +number < least || +number > most) throw wrong(line, `${word} ${least} to ${most}`);
      return +number;
    };
    const protectedFrom = limit(2, 'protected-from', 1, 1000);
    const sharedUpTo = limit(3, 'shared-up-to', 0, 10000);
    const minimum = /^minimum (dissolve|report)$/.exec(lines[4]);
    if (!minimum) throw wrong(4, 'minimum dissolve or minimum report');
    return { policy: policy[1], protectedFrom, sharedUpTo, dissolve: minimum[1] === 'dissolve' };
  }

  // Section 2: the list.

  function readList(lines) {
    let at = 0;
    const wrong = (expected) => new Difference('list', at, expected, String(lines[at]));
    const need = (holds, expected) => { if (!holds) throw wrong(expected); };
    const words = (count) => {
      const parts = lines[at].split(' ');
      need(parts.length === count, `${count} words`);
      return parts;
    };
    const is = (word) => at < lines.length && typeof lines[at] === 'string' && lines[at].startsWith(word + ' ');
    const joined = (word, ok) => {
      if (word === '-') return [];
      const parts = word.split('+');
      need(parts.every(ok), 'words joined by +');
      return parts;
    };

    need(lines[0] === 'allmende-draw-list 1', 'allmende-draw-list 1');
    at = 1;

    const events = [];
    const eventOf = new Map();
    let before = null;
    for (; is('event'); at += 1) {
      const [, id, capacity, min, activity, place, reserved, sessions] = words(8);
      const bytes = bytesOfName(id);
      need(bytes, 'an id');
      need(before === null || compareBytes(before, bytes) < 0, 'events ascending by id');
      before = bytes;
      need(isNumber(capacity) && isNumber(min), 'capacity and minimum as numbers');
      need(activity === '-' || isName(activity), 'an activity or -');
      need(place === '-' || isName(place), 'a place or -');
      const contingents = joined(reserved, isNumber).map(Number);
      need(contingents.length <= 8, 'at most 8 contingents');
      const kept = contingents.reduce((sum, seats) => sum + seats, 0);
      need(kept <= +capacity, 'contingents within the capacity');
      let last = -1;
      const times = sessions.split(',').map((text) => {
        const parts = /^(\d+)-(\d+):(\d+)-(\d+)$/.exec(text);
        need(parts && parts.slice(1).every(isNumber), 'sessions START-END:FIRST-LAST');
        const [start, end, first, final] = parts.slice(1).map(Number);
        need(start < end && first <= final && start > last, 'sessions ascending by start, each with an end after it');
        last = start;
        return { start, end, first, last: final };
      });
      const days = new Set();
      for (const time of times) for (let day = time.first; day <= time.last; day += 1) days.add(day);
      eventOf.set(id, events.length);
      events.push({
        id, capacity: +capacity, min: +min, activity, place, contingents, open: +capacity - kept, times,
        days: Array.from(days).sort((a, b) => a - b),
      });
    }

    const ways = new Map();
    let lastWay = null;
    for (; is('way'); at += 1) {
      const [, from, to, minutes] = words(4);
      const pair = [bytesOfName(from), bytesOfName(to)];
      need(pair[0] && pair[1] && isNumber(minutes), 'two places and minutes');
      need(compareBytes(pair[0], pair[1]) < 0, 'the smaller place first');
      const order = lastWay && (compareBytes(lastWay[0], pair[0]) || compareBytes(lastWay[1], pair[1]));
      need(lastWay === null || order < 0, 'ways ascending');
      lastWay = pair;
      ways.set(`${from} ${to}`, +minutes);
      ways.set(`${to} ${from}`, +minutes);
    }

    const groups = [];
    for (; is('group'); at += 1) {
      const [, number, event, kind, mode, tokens] = words(6);
      need(number === String(groups.length + 1), `group ${groups.length + 1}`);
      need(eventOf.has(event), 'a known event');
      need(kind === 'siblings' || kind === 'friends', 'siblings or friends');
      need(mode === 'all' || mode === 'any', 'all or any');
      const members = joined(tokens, isToken);
      need(members.length >= 2 && members.length <= 20, 'two to twenty tokens');
      need(members.every((token, i) => i === 0 || members[i - 1] < token), 'tokens ascending');
      const group = { event: eventOf.get(event), kind, all: mode === 'all', tokens: members };
      const previous = groups[groups.length - 1];
      const order = previous && (previous.event - group.event || compareLists(previous.tokens, members));
      need(!previous || order <= 0, 'groups ascending by event and tokens');
      groups.push(group);
    }

    const children = [];
    const childOf = new Map();
    const limitOf = (word) => {
      need(word === '-' || isNumber(word), 'a limit or -');
      return word === '-' ? Infinity : +word;
    };
    while (is('child')) {
      const [, token, limit, dayLimit, state] = words(5);
      need(isToken(token), 'a token');
      need(!children.length || children[children.length - 1].token < token, 'children ascending by token');
      need(['in', 'withdrawn', 'duplicate'].includes(state), 'in, withdrawn or duplicate');
      const child = { token, limit: limitOf(limit), dayLimit: limitOf(dayLimit), state, wishes: [] };
      at += 1;
      const seen = new Set();
      for (; is('wish'); at += 1) {
        const [, event, fit, contingents, group] = words(5);
        need(eventOf.has(event), 'a known event');
        need(!seen.has(event), 'no event twice');
        seen.add(event);
        need(['fit', 'young', 'old'].includes(fit), 'fit, young or old');
        const wish = { event: eventOf.get(event), fit, pools: [], group: null, rank: child.wishes.length + 1 };
        const numbers = joined(contingents, isNumber).map(Number);
        const most = events[wish.event].contingents.length;
        need(numbers.every((n, i) => n >= 1 && n <= most && (i === 0 || numbers[i - 1] < n)), 'known contingents, ascending');
        wish.pools = [...numbers.map((n) => n - 1), most];
        if (group !== '-') {
          need(isNumber(group) && groups[+group - 1], 'a known group');
          wish.group = groups[+group - 1];
          need(wish.group.event === wish.event && wish.group.tokens.includes(token), 'a group of this event and child');
        }
        child.wishes.push(wish);
      }
      childOf.set(token, children.length);
      children.push(child);
    }
    need(at === lines.length, 'no further line');

    groups.forEach((group, index) => {
      at = lines.findIndex((line) => line.startsWith(`group ${index + 1} `));
      group.members = group.tokens.map((token) => {
        need(childOf.has(token), 'tokens of children in the list');
        const child = childOf.get(token);
        const wishes = children[child].wishes.filter((wish) => wish.group === group);
        need(wishes.length === 1, 'one wish of each member that names the group');
        return { child, wish: wishes[0] };
      });
    });
    return { events, ways, groups, children, collisions: new Map() };
  }

  // Section 4: the order of the lots.

  function orderOfLots(list, seed) {
    const { children, groups } = list;
    const lead = children.map((_, i) => i);
    const find = (i) => {
      while (lead[i] !== i) { lead[i] = lead[lead[i]]; i = lead[i]; }
      return i;
    };
    for (const { members } of groups) {
      for (const { child } of members) {
        const [a, b] = [find(members[0].child), find(child)];
        // Children stand in the order of their tokens, so the smaller index leads.
        lead[Math.max(a, b)] = Math.min(a, b);
      }
    }
    const numbers = children.map(({ token }) => sha256(`allmende-draw-lot 1\n${seed}\n${token}`));
    return children.map((_, i) => i).sort((a, b) =>
      compareText(numbers[find(a)], numbers[find(b)]) || compareText(numbers[a], numbers[b]) || a - b);
  }

  // Sections 5 and 6: one run.

  class Run {
    constructor(list, rules, order, dissolved) {
      Object.assign(this, { list, rules, order, held: list.events.map((_, i) => !dissolved.has(i)) });
      this.free = list.events.map((event) => [...event.contingents, event.open]);
      this.places = list.children.map(() => []);
      this.together = new Set();
      this.alone = false;
      this.protecting = false;
      this.given = 0;
    }

    takesPart(c) {
      const { state, limit, dayLimit } = this.list.children[c];
      return state === 'in' && limit !== 0 && dayLimit !== 0;
    }

    collide(a, b) {
      if (a === b) return false;
      const { events, ways, collisions } = this.list;
      const pair = a < b ? a * events.length + b : b * events.length + a;
      if (!collisions.has(pair)) collisions.set(pair, this.findCollision(events, ways, a, b));
      return collisions.get(pair);
    }

    findCollision(events, ways, a, b) {
      const [one, two] = [events[a], events[b]];
      if (one.activity !== '-' && one.activity === two.activity) return true;
      const apart = one.place !== '-' && two.place !== '-' && one.place !== two.place;
      const way = apart ? ways.get(`${one.place} ${two.place}`) || 0 : 0;
      return one.times.some((s) => two.times.some((t) => s.start < t.end + way && t.start < s.end + way));
    }

    touches(event, day) {
      return this.list.events[event].times.some((time) => time.first <= day && day <= time.last);
    }

    placeIn(c, event) {
      return this.places[c].find((place) => place.wish.event === event);
    }

    suits(c, wish) {
      const child = this.list.children[c];
      const places = this.places[c];
      if (wish.fit !== 'fit' || !this.held[wish.event] || !this.takesPart(c)) return false;
      if (this.placeIn(c, wish.event) || places.length >= child.limit) return false;
      if (places.some((place) => this.collide(place.wish.event, wish.event))) return false;
      return child.dayLimit === Infinity || this.list.events[wish.event].days.every((day) =>
        places.filter((place) => this.touches(place.wish.event, day)).length < child.dayLimit);
    }

    // Protection: a matching of the protected children without a place to free seats.

    beginProtection() {
      this.protecting = true;
      /** Child to the pool that could seat it; only protected children without a place. */
      this.planned = new Map();
      this.plannedIn = new Map();
      for (const c of this.order) {
        if (!this.takesPart(c) || this.places[c].length) continue;
        const alone = this.list.children[c].wishes.filter((wish) => this.isAloneWish(wish));
        if (alone.length >= this.rules.protectedFrom) this.plan(c, []);
      }
    }

    isAloneWish(wish) {
      return wish.fit === 'fit' && !(wish.group && wish.group.all);
    }

    inPool(pool) {
      if (!this.plannedIn.has(pool)) this.plannedIn.set(pool, new Set());
      return this.plannedIn.get(pool);
    }

    setPlan(c, pool, undo) {
      const old = this.planned.get(c);
      undo.push([c, old]);
      if (old !== undefined) this.inPool(old).delete(c);
      if (pool === undefined) this.planned.delete(c);
      else {
        this.planned.set(c, pool);
        this.inPool(pool).add(c);
      }
    }

    freeIn(pool) {
      return this.free[Math.floor(pool / 9)][pool % 9];
    }

    /** Plans a seat for a child, moving others along an augmenting path; false if there is none. */
    plan(c, undo) {
      const cameFrom = new Map();
      const queue = [c];
      for (let i = 0; i < queue.length; i += 1) {
        const child = queue[i];
        for (const wish of this.list.children[child].wishes) {
          if (!this.isAloneWish(wish) || !this.held[wish.event]) continue;
          for (const index of wish.pools) {
            const pool = wish.event * 9 + index;
            if (cameFrom.has(pool)) continue;
            cameFrom.set(pool, child);
            if (this.inPool(pool).size < this.freeIn(pool)) {
              for (let to = pool; to !== undefined;) {
                const mover = cameFrom.get(to);
                const next = this.planned.get(mover);
                this.setPlan(mover, to, undo);
                to = mover === c ? undefined : next;
              }
              return true;
            }
            queue.push(...this.inPool(pool));
          }
        }
      }
      return false;
    }

    /** Gives seats, all or none; [{child, wish, index}]. Refused where it is not safe. */
    give(seats, step) {
      for (const { wish, index } of seats) this.free[wish.event][index] -= 1;
      if (this.protecting) {
        const undo = [];
        for (const { child } of seats) if (this.planned.has(child)) this.setPlan(child, undefined, undo);
        const homeless = [];
        for (const { wish, index } of seats) {
          const pool = wish.event * 9 + index;
          while (this.inPool(pool).size > this.freeIn(pool)) {
            const [child] = this.inPool(pool);
            this.setPlan(child, undefined, undo);
            homeless.push(child);
          }
        }
        if (!homeless.every((child) => this.plan(child, undo))) {
          for (const [child, old] of undo.reverse()) this.setPlan(child, old, []);
          for (const { wish, index } of seats) this.free[wish.event][index] += 1;
          return false;
        }
      }
      for (const { child, wish } of seats) {
        this.given += 1;
        this.places[child].push({ wish, step, at: this.given });
      }
      return true;
    }

    giveSingle(c, wish, step) {
      if (!this.suits(c, wish)) return false;
      return wish.pools.some((index) => this.free[wish.event][index] > 0 && this.give([{ child: c, wish, index }], step));
    }

    /** With R = 0: a member of a group that does not go first is ahead of the others. */
    isAhead(group, step) {
      if (this.rules.sharedUpTo !== 0 || this.goesFirst(group)) return false;
      const round = /^(?:round|released|alone)-(\d+)$/.exec(step);
      const share = step === 'first' || step === 'choice' ? 1 : round ? +round[1] : Infinity;
      return group.members.some(({ child, wish }) => this.takesPart(child) && wish.fit === 'fit'
        && (this.placeIn(child, group.event) || (step === 'first' && wish.rank > 1) || this.places[child].length >= share));
    }

    giveGroup(group, step) {
      if (this.together.has(group) || !this.held[group.event] || this.isAhead(group, step)) return false;
      const left = [...this.free[group.event]];
      const seats = [];
      for (const { child, wish } of group.members) {
        const fits = this.takesPart(child) && wish.fit === 'fit';
        if (!fits && !group.all) continue;
        if (!fits || !this.suits(child, wish)) return false;
        const index = wish.pools.find((pool) => left[pool] > 0);
        if (index === undefined) return false;
        left[index] -= 1;
        seats.push({ child, wish, index });
      }
      if (!seats.length || !this.give(seats, step)) return false;
      if (seats.length >= 2) this.together.add(group);
      return true;
    }

    tryWish(c, wish, step, alone) {
      if (this.placeIn(c, wish.event) || wish.fit !== 'fit' || !this.held[wish.event]) return false;
      if (wish.group) {
        if (this.giveGroup(wish.group, step)) return true;
        if (wish.group.all || !(alone || this.isAhead(wish.group, step))) return false;
      }
      return this.giveSingle(c, wish, step);
    }

    turn(c, step) {
      const { wishes } = this.list.children[c];
      if (wishes.some((wish) => this.tryWish(c, wish, step, this.alone))) return;
      if (!this.alone && this.protecting && this.planned.has(c)) wishes.some((wish) => this.tryWish(c, wish, step, true));
    }

    goesFirst(group) {
      const { policy } = this.rules;
      return policy === 'together-first' || (policy === 'siblings-first' && group.kind === 'siblings');
    }

    giveGroups(step, ranks) {
      if (this.rules.policy === 'neutral') return;
      for (const c of this.order) {
        for (const wish of this.list.children[c].wishes.slice(0, ranks)) {
          if (wish.group && this.goesFirst(wish.group)) this.giveGroup(wish.group, step);
        }
      }
    }

    rounds(name, first) {
      for (let r = first; ; r += 1) {
        const before = this.given;
        let ahead = false;
        const order = r % 2 === 1 ? this.order : [...this.order].reverse();
        for (const c of order) {
          if (this.places[c].length >= r) ahead = true;
          else if (this.takesPart(c)) this.turn(c, `${name}-${r}`);
        }
        if (this.given === before && !ahead) return;
      }
    }

    /** Before reserved seats are opened, those who may use one take it without their group. */
    giveClaims() {
      for (const c of this.order) {
        for (const wish of this.list.children[c].wishes) {
          if (!this.suits(c, wish) || !wish.group || wish.group.all) continue;
          const index = wish.pools.slice(0, -1).find((pool) => this.free[wish.event][pool] > 0);
          if (index !== undefined) this.give([{ child: c, wish, index }], 'claims');
        }
      }
    }

    moveTo(c, wish) {
      const child = this.list.children[c];
      const open = this.free[wish.event].some((seats) => seats > 0);
      if (wish.fit !== 'fit' || !this.held[wish.event] || this.placeIn(c, wish.event) || !open) return;
      if (wish.group && wish.group.all) return;
      const mayLeave = (place) => place.wish.rank > wish.rank && !(place.wish.group && this.together.has(place.wish.group));
      let kept = this.places[c];
      const collides = (place) => this.collide(place.wish.event, wish.event);
      if (kept.some((place) => collides(place) && !mayLeave(place))) return;
      kept = kept.filter((place) => !collides(place));
      /** Leaves the least dear place among some; false if none of them may be left. */
      const leaveOne = (among) => {
        const [last] = among.filter(mayLeave).sort((a, b) => b.wish.rank - a.wish.rank);
        kept = kept.filter((place) => place !== last);
        return last !== undefined;
      };
      for (;;) {
        const on = (day) => kept.filter((place) => this.touches(place.wish.event, day));
        const day = this.list.events[wish.event].days.find((day) => on(day).length >= child.dayLimit);
        if (day === undefined) break;
        if (!leaveOne(on(day))) return;
      }
      while (kept.length >= child.limit) if (!leaveOne(kept)) return;
      for (const place of this.places[c]) {
        if (kept.includes(place)) continue;
        const pools = this.free[place.wish.event];
        pools[pools.length - 1] += 1;
      }
      const pools = this.free[wish.event];
      pools[pools.length - 1] -= 1;
      this.given += 1;
      this.places[c] = [...kept, { wish, step: 'move', at: this.given }];
    }

    carryOut() {
      const { children, events } = this.list;
      this.beginProtection();
      this.giveGroups('groups', this.rules.sharedUpTo);
      for (const c of this.order) {
        if (!this.takesPart(c) || this.places[c].some((place) => place.step !== 'groups')) continue;
        const { wishes } = children[c];
        const shared = wishes.slice(0, this.rules.sharedUpTo).some((wish) =>
          wish.group && !this.goesFirst(wish.group) && this.giveGroup(wish.group, 'first'));
        if (!shared && wishes.length) this.tryWish(c, wishes[0], 'first', this.alone);
      }
      this.giveGroups('late-groups', Infinity);
      for (const c of this.order) if (this.takesPart(c) && !this.places[c].length) this.turn(c, 'choice');
      this.protecting = false;
      this.rounds('round', 2);
      this.giveClaims();
      events.forEach((event, e) => {
        const pools = this.free[e];
        for (let i = 0; i < event.contingents.length; i += 1) {
          pools[pools.length - 1] += pools[i];
          pools[i] = 0;
        }
      });
      this.beginProtection();
      this.rounds('released', 1);
      this.protecting = false;
      this.alone = true;
      this.rounds('alone', 1);
      for (let before = -1; before !== this.given;) {
        before = this.given;
        for (const c of this.order) {
          if (!this.takesPart(c)) continue;
          for (const wish of children[c].wishes) if (!this.tryWish(c, wish, 'move', this.alone)) this.moveTo(c, wish);
        }
      }
      return this;
    }
  }

  // Section 7: minimum numbers.

  function draw(list, rules, seed) {
    const order = orderOfLots(list, seed);
    const probe = new Run(list, rules, order, new Set());
    const dissolved = new Map();
    if (rules.dissolve) {
      const wanted = list.events.map(() => 0);
      list.children.forEach((child, c) => {
        if (probe.takesPart(c)) for (const wish of child.wishes) if (wish.fit === 'fit') wanted[wish.event] += 1;
      });
      list.events.forEach((event, e) => {
        if (event.min > event.capacity || event.min > wanted[e]) dissolved.set(e, { run: 0, count: wanted[e] });
      });
    }
    for (let number = 1; ; number += 1) {
      const run = new Run(list, rules, order, dissolved).carryOut();
      const counts = list.events.map(() => 0);
      for (const places of run.places) for (const place of places) counts[place.wish.event] += 1;
      const short = list.events.map((_, e) => e).filter((e) => run.held[e] && counts[e] < list.events[e].min);
      if (!rules.dissolve || !short.length) return { run, runs: number, dissolved, order };
      const tie = (e) => sha256(`allmende-draw-event 1\n${seed}\n${list.events[e].id}`);
      short.sort((a, b) =>
        counts[a] * list.events[b].min - counts[b] * list.events[a].min || compareText(tie(a), tie(b)));
      for (const e of short.slice(0, Math.ceil(short.length / 4))) dissolved.set(e, { run: number, count: counts[e] });
    }
  }

  // Section 8: the result.

  function resultLines(list, rules, seed) {
    const { run, runs, dissolved, order } = draw(list, rules, seed);
    const { events, children } = list;
    const lot = new Map(order.map((c, i) => [c, i + 1]));
    const free = run.free.map((pools) => pools.reduce((sum, seats) => sum + seats, 0));
    const last = events.map(() => null);
    run.places.forEach((places, child) => {
      for (const place of places) {
        const known = last[place.wish.event];
        if (!known || known.place.at < place.at) last[place.wish.event] = { place, child };
      }
    });

    const reasonOf = (c, wish) => {
      const child = children[c];
      const { id } = events[wish.event];
      if (child.state !== 'in') return child.state;
      if (wish.fit !== 'fit') return `too-${wish.fit}`;
      if (!run.held[wish.event]) return 'not-held';
      const places = [...run.places[c]].sort((a, b) => a.wish.rank - b.wish.rank);
      const dearer = places.filter((place) => place.wish.rank < wish.rank);
      const clash = dearer.find((place) => run.collide(place.wish.event, wish.event));
      if (clash) return `collides ${events[clash.wish.event].id}`;
      if (dearer.length >= child.limit) return `limit ${child.limit}`;
      const day = events[wish.event].days.find((day) =>
        dearer.filter((place) => run.touches(place.wish.event, day)).length >= child.dayLimit);
      if (day !== undefined) return `day-limit ${child.dayLimit} ${day}`;
      if (wish.group && wish.group.all) return `group ${wish.group.members.length} ${free[wish.event]}`;
      if (free[wish.event] === 0) {
        const final = last[wish.event];
        return `full ${lot.get(c)} ${final ? `${final.place.step} ${lot.get(final.child)}` : '- -'}`;
      }
      const bound = places.filter((place) =>
        place.wish.rank > wish.rank && place.wish.group && run.together.has(place.wish.group));
      const kept = bound.find((place) => run.collide(place.wish.event, wish.event)) || bound[0];
      if (!kept) throw new Error(`no reason for ${child.token} ${id}`);
      return `keeps-group ${events[kept.wish.event].id}`;
    };

    const lines = ['allmende-draw-result 1', `runs ${runs}`];
    events.forEach((event, e) => {
      const gone = dissolved.get(e);
      if (gone) lines.push(`not-held ${event.id} ${gone.run} ${gone.count} ${event.min}`);
    });
    for (const c of order) lines.push(`lot ${children[c].token}`);
    const waiting = events.map(() => []);
    children.forEach((child, c) => {
      for (const wish of child.wishes) {
        const place = run.placeIn(c, wish.event);
        const event = events[wish.event];
        if (place) {
          lines.push(`seat ${child.token} ${event.id} ${place.step}`);
          continue;
        }
        const reason = reasonOf(c, wish);
        if (/^(?:full|group) /.test(reason)) waiting[wish.event].push(c);
        lines.push(`refused ${child.token} ${event.id} ${reason}`);
      }
    });
    waiting.forEach((those, e) => {
      if (!those.length) return;
      those.sort((a, b) => lot.get(a) - lot.get(b));
      lines.push(`waiting ${events[e].id} ${those.map((c) => children[c].token).join('+')}`);
    });
    return lines;
  }

  // Section 9: the protocol.

  const FIELDS = ['format', 'kind', 'rules', 'list', 'list_digest', 'commitment', 'commitment_digest', 'value', 'seed', 'result',
    'result_digest', 'log', 'log_digest'];
  const LINES = ['rules', 'list', 'commitment', 'result', 'log'];

  function isInstant(text) {
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text)) return false;
    const time = new Date(text);
    return !Number.isNaN(time.getTime()) && time.toISOString() === text.replace('Z', '.000Z');
  }

  function checkCommitment(protocol) {
    const { commitment, kind, rules } = protocol;
    const wrong = (line, expected) => new Difference('commitment', line, expected, String(commitment[line]));
    if (kind === 'preview') {
      if (commitment.length) throw wrong(0, 'no line');
      return;
    }
    const fixed = ['allmende-draw-commitment 1', ...rules, `list ${protocol.list_digest}`];
    fixed.forEach((line, i) => { if (commitment[i] !== line) throw wrong(i, line); });
    const rest = [['source', isName], ['committed', isInstant], ['expected', isInstant]];
    const values = rest.map(([word, ok], i) => {
      const [name, value, ...more] = String(commitment[fixed.length + i]).split(' ');
      if (name !== word || more.length || !ok(value || '')) throw wrong(fixed.length + i, `${word} and its value`);
      return value;
    });
    if (commitment.length !== fixed.length + rest.length) throw wrong(fixed.length + rest.length, 'no further line');
    if (!(values[1] < values[2])) throw wrong(fixed.length + 2, 'an instant after that of the commitment');
  }

  function checkLog(protocol) {
    const { log, kind } = protocol;
    const wrong = (line, expected) => new Difference('log', line, expected, String(log[line]));
    if (!log.length) throw wrong(0, 'at least one line');
    let before = '0'.repeat(64);
    let binding = null;
    log.forEach((line, i) => {
      const words = line.split(' ');
      const [run, number, instant, what, value, commitment, list, result, chain] = words;
      if (words.length !== 9 || run !== 'run' || number !== String(i + 1)) throw wrong(i, `run ${i + 1} with its seven values`);
      if (!isInstant(instant)) throw wrong(i, 'an instant');
      if (what !== 'binding' && what !== 'preview') throw wrong(i, 'binding or preview');
      if (!isName(value)) throw wrong(i, 'a value written as a name');
      if (what === 'preview' ? commitment !== '-' : !isDigest(commitment)) throw wrong(i, 'the digest of the commitment, - for a preview');
      if (!isDigest(list) || !isDigest(result)) throw wrong(i, 'digests of list and result');
      if (chain !== before) throw wrong(i, `the digest of the line before, ${before}`);
      before = sha256(line);
      const said = [value, commitment, list, result].join(' ');
      if (what === 'binding') {
        if (binding !== null && binding !== said) throw wrong(i, `one binding draw only: ${binding}`);
        binding = said;
      }
    });
    const own = [kind, nameOf(protocol.value), kind === 'binding' ? protocol.commitment_digest : '-', protocol.list_digest,
      protocol.result_digest].join(' ');
    const last = log[log.length - 1].split(' ').slice(3, 8).join(' ');
    if (last !== own) throw wrong(log.length - 1, own);
    return before;
  }

  /**
   * Recomputes a protocol.
   *
   * @param {object} protocol the parsed JSON
   * @returns {{agrees: boolean, difference?: {field: string, line: number|null, expected: string, found: string},
   *   figures?: object}} agreement with figures, or the first difference
   */
  function verify(protocol) {
    try {
      const same = (field, expected) => {
        if (protocol[field] !== expected) throw new Difference(field, null, expected, String(protocol[field]));
      };
      if (protocol === null || typeof protocol !== 'object' || Array.isArray(protocol)) throw new Difference('format', null, 'a JSON object', typeof protocol);
      same('format', 'allmende-draw-protocol 1');
      const fields = Object.keys(protocol);
      if (fields.join() !== FIELDS.join()) throw new Difference('format', null, `the fields ${FIELDS.join(', ')}`, fields.join(', '));
      for (const field of FIELDS) {
        const ok = LINES.includes(field)
          ? Array.isArray(protocol[field]) && protocol[field].every((line) => typeof line === 'string' && !line.includes('\n'))
          : typeof protocol[field] === 'string';
        if (!ok) throw new Difference(field, null, LINES.includes(field) ? 'a list of lines' : 'a text', typeof protocol[field]);
      }
      if (protocol.kind !== 'binding' && protocol.kind !== 'preview') throw new Difference('kind', null, 'binding or preview', protocol.kind);
      const rules = readRules(protocol.rules);
      same('list_digest', digestOfLines(protocol.list));
      const list = readList(protocol.list);
      checkCommitment(protocol);
      const isBinding = protocol.kind === 'binding';
      same('commitment_digest', isBinding ? digestOfLines(protocol.commitment) : '');
      if (!protocol.value) throw new Difference('value', null, 'a value', 'nothing');
      same('seed', sha256(isBinding
        ? `allmende-draw-seed 1\n${protocol.commitment_digest}\n${protocol.value}`
        : `allmende-draw-preview 1\n${protocol.value}`));
      const result = resultLines(list, rules, protocol.seed);
      for (let i = 0; i < Math.max(result.length, protocol.result.length); i += 1) {
        if (result[i] !== protocol.result[i]) throw new Difference('result', i, result[i] || 'no further line', protocol.result[i] || 'nothing');
      }
      same('result_digest', digestOfLines(result));
      same('log_digest', checkLog(protocol));
      return {
        agrees: true,
        figures: {
          events: list.events.length,
          children: list.children.length,
          wishes: list.children.reduce((sum, child) => sum + child.wishes.length, 0),
          seats: result.filter((line) => line.startsWith('seat ')).length,
          runs: protocol.log.length,
          previews: protocol.log.filter((line) => line.split(' ')[3] === 'preview').length,
        },
      };
    } catch (difference) {
      if (!(difference instanceof Difference)) throw difference;
      const { field, line, expected, found } = difference;
      return { agrees: false, difference: { field, line, expected, found } };
    }
  }

  const draws = { verify, sha256, digestOfLines, nameOf };
  if (typeof module === 'object' && module.exports) module.exports = draws;
  else root.AllmendeDraw = draws;
})(typeof self === 'undefined' ? globalThis : self);
