/** Records, what they are made of, and what shall become of them. */
package org.balcao.sync.model;
