/** What feeds look like, and what they say in the words of HSDS 3.2. */
package org.balcao.sync.format;
