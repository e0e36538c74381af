// The globals are the browser bundles of React and GraphiQL.
const { React, ReactDOM, GraphiQL } = globalThis;
const { createElement: h } = React;

const TITLE = '示例 Examples';
const examples = await (await fetch('/ide/examples.json')).json();

ReactDOM.createRoot(document.querySelector('#page')).render(
  h(
    GraphiQL,
    {
      fetcher: GraphiQL.createFetcher({ url: '/graphql', fetch: fetchWhereItBelongs }),
      ...(isFirstVisit() ? inTab(examples[0]) : {}),
      defaultQuery: '',
      defaultEditorToolsVisibility: 'variables',
      plugins: [examplesPlugin()],
      visiblePlugin: TITLE,
    },
    h(GraphiQL.Logo, null, h('span', { className: 'logo' }, '园区项目准入')),
  ),
);

/** Whoever writes a token into the headers asks at the address for those who have one. */
function fetchWhereItBelongs(url, request) {
  return fetch(new Headers(request.headers).has('authorization') ? '/officer/graphql' : url, request);
}

/** Later the tabs are as they were left. */
function isFirstVisit() {
  return localStorage.getItem('graphiql:tabState') === null;
}

function examplesPlugin() {
  return { title: TITLE, icon: ListIcon, content: Examples };
}

function Examples() {
  const editors = GraphiQL.React.useEditorContext();
  return h(
    'section',
    { className: 'examples' },
    h('h1', null, '园区项目准入', h('small', null, 'Park admission')),
    h(
      'p',
      null,
      '依据各级禁止和限制目录，对项目能否进园作出预评估，并逐条说明理由。',
      h(
        'span',
        { lang: 'en' },
        'Assesses against the catalogs of every level whether a project may come to a park, and says why.',
      ),
    ),
    groups().map(([group, members], index) =>
      h(
        'details',
        { key: group.zh, open: index === 0 },
        h(
          'summary',
          null,
          h('strong', null, group.zh, h('small', { lang: 'en' }, group.en)),
          h('small', null, members.length),
        ),
        h(
          'ol',
          null,
          members.map((example) => h('li', { key: example.name.zh }, exampleButton(example, editors))),
        ),
      ),
    ),
    h('p', { className: 'hint' }, '点选后按 ▶ 或 Ctrl+Enter 运行。Pick one, then press ▶ or Ctrl+Enter.'),
  );
}

/** Every heading with what stands under it, in the order of the list. */
function groups() {
  const byHeading = new Map();
  for (const example of examples) {
    const { group } = example;
    if (!byHeading.has(group.zh)) byHeading.set(group.zh, [group, []]);
    byHeading.get(group.zh)[1].push(example);
  }
  return [...byHeading.values()];
}

function exampleButton(example, editors) {
  const { name, note } = example;
  return h(
    'button',
    { type: 'button', title: note.en ?? name.en, onClick: () => open(example, editors) },
    h('strong', null, name.zh, h('small', { lang: 'en' }, name.en)),
    h('span', null, note.zh),
  );
}

/** Puts the example into the tab in front, but never over something that was written there. */
function open(example, { queryEditor, variableEditor, headerEditor, addTab, setOperationName }) {
  const written = queryEditor.getValue().trim();
  if (written !== '' && !examples.some(({ query }) => query.trim() === written)) addTab();
  const { query, variables, headers } = inTab(example);
  queryEditor.setValue(query);
  variableEditor.setValue(variables);
  headerEditor.setValue(headers);
  // The editor finds the name out a moment later; whoever is quicker would ask for the operation before.
  setOperationName(/^(?:query|mutation) (\w+)/m.exec(query)?.[1] ?? '');
}

function inTab({ query, variables, headers }) {
  const shown = (value) => (value === undefined ? '' : JSON.stringify(value, null, 2));
  return { query, variables: shown(variables), headers: shown(headers) };
}

function ListIcon() {
  return h(
    'svg',
    { viewBox: '0 0 20 20', fill: 'none', stroke: 'currentColor', strokeWidth: 1.5, 'aria-hidden': true },
    h('path', { d: 'M7 4.5h10M7 10h10M7 15.5h10M3 4.5h.5M3 10h.5M3 15.5h.5', strokeLinecap: 'round' }),
  );
}
