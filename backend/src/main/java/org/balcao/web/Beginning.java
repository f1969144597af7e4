package org.balcao.web;

/**
 * How the pages at one kind of address begin, in one language.
 *
 * @param plain the document as it was built
 * @param shell the same, open for a head and for content; null where the document is complete
 */
record Beginning(PageFile plain, Shell shell) {}
