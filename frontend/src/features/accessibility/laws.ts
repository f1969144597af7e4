/** What the statement rests on, under the names that these texts have in Portugal. */
export const LAWS: readonly { name: string; href: string }[] = [
  {
    name: 'Decreto-Lei n.º 83/2018, de 19 de outubro',
    href: 'https://dre.pt/web/guest/home/-/dre/116734769/details/maximized',
  },
  { name: 'Diretiva (UE) 2016/2102, de 26 de outubro de 2016', href: 'https://eur-lex.europa.eu/eli/dir/2016/2102/oj' },
  {
    name: 'Decisão de Execução (UE) 2018/1523, de 11 de outubro de 2018',
    href: 'https://eur-lex.europa.eu/eli/dec_impl/2018/1523/oj',
  },
  { name: 'Lei n.º 46/2006, de 28 de agosto', href: 'https://data.dre.pt/eli/lei/46/2006/08/28/p/dre/pt/html' },
  { name: 'WCAG 2.1', href: 'https://www.w3.org/TR/WCAG21/' },
]
