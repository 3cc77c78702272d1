/* Two of the staff, and files of such rows. */

export const header = 'id,name,email,lang,roles,deputy,absences';
export const minji = 'minji,김민지,minji@academy.example.kr,ko,intake-officer,suho,2027-01-04..2027-01-08; 2027-02-01';
export const suho = 'suho,"이수호, 박사",suho@academy.example.kr,en,intake-officer operator,,';
export const file = (...rows: readonly string[]): string => [header, ...rows].join('\n');
