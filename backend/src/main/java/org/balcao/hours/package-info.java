/**
 * Opening hours: when a door is open on the coming days, from the schedules that HSDS describes, dated exceptions and holidays.
 * Plain Java and the RRULE library; nothing here knows a database or a web.
 *
 * <p>What is certain and what is not:
 * <ul>
 *   <li>Hours nobody published are <em>unknown</em>, which is not <em>closed</em>.
 *   <li>Hours by appointment only are <em>by appointment</em>, which is neither open nor closed.
 *   <li>A schedule whose {@code valid_to} is past says nothing any more (unknown); one whose {@code until} is past has ended.
 *   <li>On a national or regional public holiday the offices of public bodies are taken as closed: what may not work on Sundays closes
 *       on obligatory holidays (Código do Trabalho, art. 234 and following, as quoted at https://benettiadvogados.adv.br/feriado, 2019-03).
 *       A door that is always open, such as an emergency line, stays open. Of everybody else, and on municipal holidays, which are
 *       optional, nothing is known: the hours stay and the day carries the holiday's name.
 *   <li>A day with an exception of its own is as the exception says, holiday or not.
 *   <li>A closing time at or before the opening time is on the next day; 23:59 and 24:00 are midnight, so 00:00 to 23:59 is around the clock.
 *   <li>When the clocks change, hours are those the clock on the wall shows: what it jumps over does not happen, what it shows twice counts
 *       from the first to the last time.
 * </ul>
 */
package org.balcao.hours;
