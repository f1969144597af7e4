/** Where parishes and postal codes are: what people write for a place, finer than the municipalities of the directory. */
package org.balcao.directory.place;
