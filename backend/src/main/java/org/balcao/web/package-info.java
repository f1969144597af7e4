/**
 * The page as people get it: the built files of the frontend, each entry page in the language of its path, with headers that let
 * it load nothing from anywhere else. It is active only when {@code balcao.web.dir} names a directory; a deployment that serves the
 * page elsewhere leaves it out.
 */
package org.balcao.web;
