/* The page that recomputes a protocol: reads the chosen file and says what came out. */
(function () {
  'use strict';

  const PLACES = {
    format: 'Form des Protokolls', kind: 'Art der Auslosung', rules: 'Angaben zur Regel', list: 'Liste', list_digest: 'Prüfsumme der Liste',
    commitment: 'Festlegung vor der Auslosung', commitment_digest: 'Prüfsumme der Festlegung', value: 'Wert der äußeren Quelle',
    seed: 'Startwert', result: 'Ergebnis', result_digest: 'Prüfsumme des Ergebnisses', log: 'Liste der Läufe', log_digest: 'Prüfsumme der Läufe',
  };

  const element = (name, text) => {
    const made = document.createElement(name);
    made.textContent = text;
    return made;
  };

  function show(good, title, parts) {
    const panel = document.createElement('section');
    panel.className = `panel result ${good ? 'ok' : 'bad'}`;
    panel.append(element('h2', title), ...parts);
    const place = document.getElementById('result');
    place.replaceChildren(panel);
    place.focus();
  }

  const number = (value) => value.toLocaleString('de-DE');

  function facts(pairs) {
    const list = document.createElement('dl');
    for (const [name, value] of pairs) list.append(element('dt', name), element('dd', value));
    return list;
  }

  function check(protocol) {
    const { agrees, difference, figures } = AllmendeDraw.verify(protocol);
    if (!agrees) {
      const line = difference.line === null ? '' : `, Zeile ${number(difference.line + 1)}`;
      show(false, 'Das Protokoll stimmt nicht.', [
        element('p', `Der erste Unterschied: ${PLACES[difference.field] || difference.field}${line}.`),
        facts([['Nach der Regel', difference.expected], ['Im Protokoll', difference.found]]),
      ]);
      return;
    }
    const preview = protocol.kind === 'preview';
    const count = figures.previews === 1 ? 'einen Probelauf' : `${number(figures.previews)} Probeläufe`;
    show(true, preview ? 'Die Rechnung stimmt. Es ist ein Probelauf, keine gültige Auslosung.' : 'Die Auslosung stimmt.', [
      element('p', 'Jeder Platz und jede Absage ergibt sich aus der Liste, der Regel und dem Startwert.'),
      facts([
        ['Kinder', number(figures.children)], ['Veranstaltungen', number(figures.events)], ['Wünsche', number(figures.wishes)],
        ['Vergebene Plätze', number(figures.seats)],
        ['Läufe', `${number(figures.runs)}, davon ${count}`],
        ['Prüfsumme der Liste', protocol.list_digest],
        ['Prüfsumme der Festlegung', protocol.commitment_digest || '–'],
      ]),
      element('p', 'Vergleichen Sie die Prüfsumme der Festlegung mit der, die vor der Auslosung veröffentlicht wurde, und den Wert mit dem der äußeren Quelle.'),
    ]);
  }

  document.getElementById('file').addEventListener('change', async (event) => {
    const [file] = event.target.files;
    if (!file) return;
    try {
      check(JSON.parse(await file.text()));
    } catch (error) {
      const unreadable = error instanceof SyntaxError;
      show(false, unreadable ? 'Diese Datei ist kein Protokoll.' : 'Die Nachrechnung ist abgebrochen.', [
        element('p', unreadable ? 'Wählen Sie die Datei, die zur Auslosung veröffentlicht wurde.' : error.message),
      ]);
    }
  });
})();
