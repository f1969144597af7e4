/**
 * The HSDS API over HTTP, and our additions to it. Reading is open to everybody.
 *
 * <p>A resource reads what is asked ({@code asked}), looks up which records that is ({@code store}), and sends them as they were rendered
 * ({@code view}) for their newest version.
 */
package org.balcao.directory.rest;
