/**
 * What a reader may ask: the parameters of the HSDS reads and ours, the languages and the forms of an answer.
 *
 * <p>Each parameter is described once, here. The same description reads a request, refuses what it cannot read, and writes the
 * parameter into the OpenAPI document, so the three cannot drift apart.
 */
package org.balcao.directory.rest.asked;
