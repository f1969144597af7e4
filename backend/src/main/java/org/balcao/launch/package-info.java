/**
 * The program: it finds or starts its PostgreSQL, then serves or runs one command, and leaves no process behind.
 *
 * <p>With {@code DATABASE_URL} (and {@code DATABASE_USER}, {@code DATABASE_PASSWORD}) it uses that PostgreSQL, 15 or newer. Without, it
 * starts one of its own from binaries that come as a library, under {@code BALCAO_HOME} (default {@code .balcao}).
 */
package org.balcao.launch;
