/**
 * Words that people in a chat and those who write guides, rules and price lists use for the same
 * thing, a group a line; what stands nearer the beginning is likelier meant. Two words may be a verb
 * with its particle, which may stand apart: "throw somebody out".
 */
const GROUPS = `
kid, children, child, daughter, son
kid, pupil
brother, sister, sibling, children
wife, husband, spouse, married
mom, mum, mother, parents
dad, father, parents
book, reserve, reservation, booking, appointment
check out, leave, departure, depart
check in, arrive, arrival
lift, elevator
wheelchair, step-free, accessible, lift
quit, cancel, leave, resign, unsubscribe, stop, cancellation, resignation
sick, ill, illness
break, pause
ram, memory
wifi, network, internet, wlan
ref, referee, umpire
prize, win, reward
money, funds, account, cash
price, cost, fee, charge, fare, rate
ticket, admission, entry, fare
pay, fee, cost, price, cash
card, cash, cheque, paypal
refund, money back, give back, send back, return
kick, throw out, kick out, expel, remove, ban
ban, suspend, block
fix, repair, replace, mend
broken, defect, fault
boss, head, chief, leader, lead, captain, manager
owner, founder
begin, start, open
end, finish, over
close, shut
buy, purchase, order
sell, sale
picture, photo, image, pic
mic, microphone
movie, film
help, volunteer, helper, assist
call, phone, ring, telephone
contact, write, message, ask
email, mail, e-mail
park, parking, garage
toilet, restroom, bathroom
bag, luggage, baggage
lose, lost, replacement
find, lost, found
trip, journey, tour, excursion
register, sign up, enrol, enroll, join
apply, application
teacher, coach, trainer, instructor
meet, meeting, session
free, waived
staff, team, crew, employee
delete, remove, erase
forbidden, prohibited, banned, allowed
dog, pet, animal
cat, pet, animal
food, snack, meal
eat, food, meal
drink, beverage
shipping, postage, delivery, ship
spicy, hot
author, written, wrote
create, make, build
talk, speak, speech, keynote, lecture
missing, absent, apologies
attend, present, participants
age, old, born
salary, wage
rent, hire
borrow, lend, loan, rent
bike, bicycle
undo, revert, restore
go back, downgrade, downgrading
update, upgrade
install, installation, set up, setup
requirement, require, need
deadline, until, due
big, size, large
heavy, weight
long, length
loud, noise, noisy
clean, wash
vegan, vegetarian, veggie
dessert, pudding
lunch, menu
christmas, 25 December, 24 December
stuff, things, items, belongings
job, work, profession
live, home, house, flat, apartment, kitchen
die, death, died
birth, born
guest, visitor, friend
noob, newbie, newcomer, beginner
mod, moderator
admin, administrator
punishment, penalty
complain, complaint
platform, console
people, serves, servings, portions
walk, pedestrians, on foot
play, take part, compete, participate
`;

/** Each of them the words and pairs of words that may stand for one another. */
export const EVERYDAY: readonly (readonly string[])[] = GROUPS.trim()
  .split('\n')
  .map((line) => line.split(', '));
